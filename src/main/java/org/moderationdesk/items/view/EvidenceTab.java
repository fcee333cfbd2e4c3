package org.moderationdesk.items.view;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.media.decode.Frame;
import org.moderationdesk.media.view.CoveredStill;
import org.moderationdesk.media.view.Player;

/** What is marked as evidence: which clause, where, and the words themselves; each can be taken away again. */
final class EvidenceTab {
    private final ItemModel model;
    private final Texts texts;
    private final MarkWords places;
    private final ListView<EvidenceMark> list;
    private final Player player;
    private final Map<At, Frame> stills = new HashMap<>();

    /** A moment in one of the files. */
    private record At(int media, long ms) {}

    EvidenceTab(ItemModel model, Texts texts, Player player) {
        this.model = model;
        this.player = player;
        this.texts = texts;
        this.places = new MarkWords(texts);
        list = new ListView<>(model.marks());
        list.setId("item-evidence");
        list.setAccessibleText(texts.get("items.tab.evidence"));
        list.getStyleClass().add("evidence-list");
        list.setCellFactory(_ -> new MarkCell());
        var none = new Label(texts.get("items.evidence.none"));
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        list.setPlaceholder(none);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                event.consume();
                model.unmark(list.getSelectionModel().getSelectedItem());
            } else if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                goTo(list.getSelectionModel().getSelectedItem());
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                goTo(list.getSelectionModel().getSelectedItem());
            }
        });
        model.shownProperty().subscribe(stills::clear);
        player.model().stateProperty().subscribe(list::refresh);
    }

    Node node() {
        return list;
    }

    private void goTo(@Nullable EvidenceMark mark) {
        if (mark instanceof EvidenceMark.InMedia in) {
            model.turnTo(in.media());
            if (in.fromMs() != null) {
                player.seek(in.fromMs() * 1_000);
            }
        }
    }

    private String words(EvidenceMark mark) {
        OpenItem open = model.shownProperty().get();
        return open == null || open.row().sealed()
                ? ""
                : EvidenceWords.said(open.file().item(), mark);
    }

    /** One mark. */
    private final class MarkCell extends ListCell<EvidenceMark> {
        private final Label name = new Label();
        private final Tag clause = new Tag("");
        private final Label where = new Label();
        private final Label said = new Label();
        private final Button remove = new Button(null, Icons.small(Icon.REMOVE));
        private final CoveredStill still = new CoveredStill();
        private final HBox row = new HBox(name, still, clause, where, said, remove);

        MarkCell() {
            name.getStyleClass().add("evidence-name");
            where.setMinWidth(USE_PREF_SIZE);
            where.getStyleClass().add("muted");
            said.setMaxWidth(Double.MAX_VALUE);
            said.setMinWidth(0);
            HBox.setHgrow(said, Priority.ALWAYS);
            remove.getStyleClass().addAll("icon-only", "quiet");
            remove.setOnAction(_ -> model.unmark(getItem()));
            row.getStyleClass().add("evidence-row");
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable EvidenceMark mark, boolean empty) {
            super.updateItem(mark, empty);
            if (empty || mark == null) {
                still.show(null);
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(EvidenceWords.name(getIndex()));
            clause.setText(mark.clause().value());
            where.setText(places.where(mark));
            picture(mark);
            said.setText(words(mark));
            remove.setId("item-evidence-remove-" + getIndex());
            remove.setAccessibleText(texts.get("items.evidence.remove", name.getText()));
            remove.setVisible(model.mayMark());
            setAccessibleText(name.getText() + ". " + mark.clause() + ". " + where.getText() + " " + said.getText());
            setGraphic(row);
        }

        /** The covered frame at which a mark begins. */
        private void picture(EvidenceMark mark) {
            still.show(null);
            if (!(mark instanceof EvidenceMark.InMedia in) || in.fromMs() == null) {
                seen(false);
                return;
            }
            var at = new At(in.media(), in.fromMs());
            Frame has = stills.get(at);
            boolean here = in.media() == model.mediaProperty().get();
            seen(has != null || here && player.model().hasPicture());
            if (has != null) {
                still.show(has);
            } else if (here) {
                player.still(at.ms() * 1_000, frame -> {
                    stills.put(at, frame);
                    if (mark.equals(getItem())) {
                        still.show(frame);
                    }
                });
            }
        }

        private void seen(boolean shown) {
            still.setVisible(shown);
            still.setManaged(shown);
        }
    }
}
