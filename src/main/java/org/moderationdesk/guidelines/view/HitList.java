package org.moderationdesk.guidelines.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.guidelines.BookSearch.Hit;

/** What a search has found, in book order. */
final class HitList {
    private final ListView<Hit> list = new ListView<>();
    private final Texts texts;

    HitList(Texts texts, Consumer<Hit> turnTo) {
        this.texts = texts;
        list.setId("guidelines-hits");
        list.setAccessibleText(texts.get("guidelines.hits"));
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(Paragraphs.text(texts.get("guidelines.no-hits"), "muted", "size-12"));
        list.getSelectionModel().selectedItemProperty().subscribe((_, chosen) -> {
            if (chosen != null) {
                turnTo.accept(chosen);
            }
        });
        list.setOnKeyPressed(event -> {
            Hit chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                turnTo.accept(chosen);
                event.consume();
            }
        });
    }

    ListView<Hit> node() {
        return list;
    }

    void show(List<Hit> hits) {
        list.getItems().setAll(hits);
    }

    void chooseFirst() {
        list.requestFocus();
        list.getSelectionModel().selectFirst();
    }

    private final class Cell extends ListCell<Hit> {
        private final Label code = new Label();
        private final Label words = new Label();
        private final VBox box = new VBox(code, words);

        Cell() {
            code.getStyleClass().addAll("muted", "size-11");
            words.getStyleClass().add("size-12");
            box.getStyleClass().add("book-hit");
            box.setMinWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (hit == null || empty) {
                setGraphic(null);
                return;
            }
            String language = texts.get("guidelines.language." + hit.language().tag());
            code.setText(hit.code().isEmpty() ? language : hit.code() + " · " + language);
            words.setText(hit.words());
            setGraphic(box);
        }
    }
}
