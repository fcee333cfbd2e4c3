package org.moderationdesk.guidelines.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.guidelines.BookSearch.Hit;

/** What a search has found, in book order. */
final class HitList {
    /** @param language in which it was found */
    record Found(Hit hit, Language language) {}

    private final ListView<Found> list = new ListView<>();
    private final Texts texts;

    HitList(Texts texts, Consumer<Found> turnTo) {
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
            Found chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                turnTo.accept(chosen);
                event.consume();
            }
        });
    }

    ListView<Found> node() {
        return list;
    }

    void show(List<Found> hits) {
        list.getItems().setAll(hits);
    }

    void chooseFirst() {
        list.requestFocus();
        list.getSelectionModel().selectFirst();
    }

    private final class Cell extends ListCell<Found> {
        private final Label code = new Label();
        private final Label words = new Label();
        private final Label title = new Label();
        private final VBox box = new VBox(code, title, words);

        Cell() {
            code.getStyleClass().addAll("muted", "size-11");
            title.getStyleClass().addAll("medium", "size-12");
            words.getStyleClass().add("size-12");
            box.getStyleClass().add("book-hit");
            box.setMinWidth(0);
            // The list, not the longest text, says how wide a cell is.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Found found, boolean empty) {
            super.updateItem(found, empty);
            if (found == null || empty) {
                setGraphic(null);
                return;
            }
            String language =
                    texts.get("guidelines.language." + found.language().tag());
            boolean numbered = Character.isDigit(found.hit().code().charAt(0));
            code.setText(numbered ? found.hit().code() + " · " + language : language);
            words.setText(found.hit().excerpt());
            title.setText(found.hit().title());
            setGraphic(box);
        }
    }
}
