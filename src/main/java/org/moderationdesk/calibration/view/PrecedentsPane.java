package org.moderationdesk.calibration.view;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.calibration.Precedent;
import org.moderationdesk.calibration.Reason;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Tabs;

/** All precedents, found by their clause; a lead withdraws one here. */
final class PrecedentsPane extends VBox {
    private final CalibrationModel model;
    private final RulingWords words;
    private final Dialogs dialogs;
    private final TextField search = new TextField();
    private final Label count = new Label();
    private final ListView<Precedent> list = new ListView<>();
    private final StackPane body = new StackPane();
    private final PrecedentCards cards;

    PrecedentsPane(CalibrationModel model, RulingWords words, Dialogs dialogs) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        this.cards = new PrecedentCards(words, model.kit().times());
        setId("calibration-precedents");
        search.setId("calibration-search");
        search.setPromptText(text("calibration.search"));
        search.setAccessibleText(text("calibration.search"));
        search.textProperty().subscribe(model::search);
        search.setOnAction(_ -> list.requestFocus());
        count.getStyleClass().addAll("muted", "size-12");
        var head = new HBox(search, new KeyHint("/"), count);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("gap-8", "calibration-head", "edge-bottom");
        list.setId("calibration-precedent-list");
        list.setAccessibleText(text("calibration.precedents"));
        list.getStyleClass().add("precedent-list");
        list.setCellFactory(_ -> new Cell());
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
        model.precedentsProperty().subscribe(this::show);
    }

    void keysTo(Keys keys) {
        keys.on("/", text("calibration.search"), search::requestFocus, this::isVisible)
                .on("Shift+W", text("calibration.withdraw"), this::withdraw, this::mayWithdraw);
    }

    private String text(String key, Object... arguments) {
        return words.texts().get(key, arguments);
    }

    void refresh() {
        model.search(search.getText());
    }

    private boolean mayWithdraw() {
        Precedent one = list.getSelectionModel().getSelectedItem();
        return isVisible() && model.leads() && one != null && one.withdrawn() == null;
    }

    private void withdraw() {
        Precedent one = list.getSelectionModel().getSelectedItem();
        if (one == null) {
            return;
        }
        var why = new TextArea();
        why.setId("calibration-why");
        why.setWrapText(true);
        why.setPrefRowCount(3);
        why.setPromptText(text("calibration.withdraw.why"));
        why.setAccessibleText(text("calibration.withdraw.why"));
        Tabs.leaveByTab(why);
        var sentence = new Label(text("calibration.withdraw.sentence"));
        sentence.setWrapText(true);
        var content = new VBox(sentence, why);
        content.getStyleClass().add("gap-8");
        dialogs.form(text("calibration.withdraw.title"), content, text("calibration.withdraw"), () -> {
            String said = why.getText().strip();
            if (said.length() < Reason.SHORTEST || said.length() > Reason.LONGEST) {
                return Optional.of(text("calibration.refused.NO_REASON"));
            }
            model.withdraw(one.id(), said, search.getText());
            return Optional.empty();
        });
    }

    private void show(List<Precedent> found) {
        list.getItems().setAll(found);
        count.setText(text("calibration.precedents.count", found.size()));
        Node shown = found.isEmpty() ? empty() : list;
        body.getChildren().setAll(shown);
    }

    private Node empty() {
        boolean searched = !search.getText().isBlank();
        var state = new EmptyState(
                Icon.GUIDELINES,
                text(searched ? "calibration.precedents.nothing" : "calibration.precedents.none"),
                text("calibration.precedents.sentence"));
        state.setId("calibration-precedents-empty");
        return state;
    }

    private final class Cell extends ListCell<Precedent> {
        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Precedent one, boolean empty) {
            super.updateItem(one, empty);
            if (empty || one == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            VBox card = cards.of(one);
            card.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(card, Priority.ALWAYS);
            var row = new HBox(card);
            row.getStyleClass().add("gap-8");
            row.setAlignment(Pos.TOP_LEFT);
            row.setMinWidth(0);
            row.setPrefWidth(0);
            if (model.leads() && one.withdrawn() == null && isSelected()) {
                row.getChildren().add(withdrawButton());
            }
            setGraphic(row);
            setAccessibleText(words.answer(one.answer()) + ", "
                    + RulingWords.clauses(one.answer().clauses()) + ". " + words.state(one) + " "
                    + words.reason(one.reason().in(words.texts().language())));
        }

        @Override
        public void updateSelected(boolean selected) {
            super.updateSelected(selected);
            updateItem(getItem(), isEmpty());
        }

        private Button withdrawButton() {
            return KeyButton.of(
                    "calibration-withdraw", text("calibration.withdraw"), "Shift+W", PrecedentsPane.this::withdraw);
        }
    }
}
