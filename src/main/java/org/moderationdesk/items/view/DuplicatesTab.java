package org.moderationdesk.items.view;

import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.items.Duplicate;

/** Other items that hold the same. Each that is ticked gets its own decision, together with this one. */
final class DuplicatesTab {
    private final ItemModel model;
    private final ItemWords words;
    private final Texts texts;
    private final ListView<Duplicate> list = new ListView<>();
    private final VBox tab;

    DuplicatesTab(ItemModel model, ItemWords words) {
        this.model = model;
        this.words = words;
        this.texts = words.texts();
        list.setId("item-duplicates");
        list.setAccessibleText(texts.get("items.tab.duplicates"));
        list.getStyleClass().add("duplicate-list");
        list.setCellFactory(_ -> new DuplicateCell());
        var none = new Label(texts.get("items.duplicates.none"));
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                event.consume();
                toggle(list.getSelectionModel().getSelectedItem());
            }
        });
        model.ticked().addListener((SetChangeListener<String>) _ -> list.refresh());
        var say = new Label(texts.get("items.duplicates.say"));
        say.getStyleClass().addAll("muted", "tab-say");
        say.setWrapText(true);
        tab = new VBox(list, say);
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    Node node() {
        return tab;
    }

    void show(OpenItem open) {
        list.getItems().setAll(open.file().duplicates());
    }

    private boolean canTick(Duplicate duplicate) {
        return duplicate.open() && model.mayMark();
    }

    private void toggle(@Nullable Duplicate duplicate) {
        if (duplicate != null && canTick(duplicate)) {
            boolean there = model.ticked().remove(duplicate.itemId());
            if (!there) {
                model.ticked().add(duplicate.itemId());
            }
        }
    }

    /** One item that holds the same. */
    private final class DuplicateCell extends ListCell<Duplicate> {
        private final CheckBox tick = new CheckBox();
        private final Label excerpt = new Label();
        private final Label why = new Label();
        private final Tag state = new Tag("");
        private final HBox row = new HBox(tick, excerpt, why, state);

        DuplicateCell() {
            excerpt.setMaxWidth(Double.MAX_VALUE);
            excerpt.setMinWidth(0);
            HBox.setHgrow(excerpt, Priority.ALWAYS);
            why.getStyleClass().add("muted");
            why.setMinWidth(USE_PREF_SIZE);
            tick.setMinWidth(USE_PREF_SIZE);
            tick.setMnemonicParsing(false);
            tick.setOnAction(_ -> {
                tick.setSelected(isTicked());
                toggle(getItem());
            });
            row.getStyleClass().add("duplicate-row");
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        private boolean isTicked() {
            return getItem() != null && model.ticked().contains(getItem().itemId());
        }

        @Override
        protected void updateItem(@Nullable Duplicate duplicate, boolean empty) {
            super.updateItem(duplicate, empty);
            if (empty || duplicate == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            OpenItem open = model.shownProperty().get();
            boolean sealed = open != null && open.row().sealed();
            tick.setId("item-duplicate-" + getIndex());
            tick.setText(SafeLine.of(duplicate.itemId(), 40));
            tick.setSelected(isTicked());
            tick.setDisable(!canTick(duplicate));
            tick.setGraphic(null);
            excerpt.setGraphic(Icons.small(words.icon(duplicate.kind())));
            excerpt.setText(sealed ? words.kind(duplicate.kind()) : SafeLine.of(duplicate.excerpt(), 120));
            why.setText(texts.get("items.duplicates." + duplicate.why()));
            state.setText(texts.get(duplicate.open() ? "items.duplicates.open" : "items.duplicates.decided"));
            setAccessibleText(String.join(
                    ". ",
                    tick.getText(),
                    why.getText(),
                    state.getText(),
                    texts.get(isTicked() ? "items.duplicates.ticked" : "items.duplicates.notTicked")));
            setGraphic(row);
        }
    }
}
