package org.moderationdesk.decisions.view;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.Chapter;

/** Brings any chapter of the book onto the checklist; found by number or by words. */
final class ChapterPicker {
    private final ComboBox<Integer> box = new SearchableComboBox<>();

    /** @param onPicked told when the keyboard may go back to the rules */
    ChapterPicker(ChecklistModel model, Speech speech, Runnable onPicked) {
        Book book = model.proposals().tools().book();
        box.setId("checklist-chapter");
        box.setAccessibleText(speech.get("decisions.checklist.chapter"));
        // The control that takes the focus is made by the skin.
        box.skinProperty().subscribe(() -> {
            Node inner = box.lookup("#filtered");
            if (inner != null) {
                inner.setAccessibleText(box.getAccessibleText());
            }
        });
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer number) {
                return number == null ? "" : number + " " + speech.book().chapter(number);
            }

            @Override
            public Integer fromString(String words) {
                return model.chapterProperty().get();
            }
        });
        box.setItems(FXCollections.observableArrayList(
                book.chapters().stream().map(Chapter::number).toList()));
        model.chapterProperty().subscribe(number -> box.setValue(number.intValue()));
        box.valueProperty().subscribe(number -> {
            if (number != null && number != model.chapterProperty().get()) {
                model.chooseChapter(number);
                onPicked.run();
            }
        });
    }

    Node node() {
        return box;
    }

    void open() {
        box.requestFocus();
        box.show();
    }
}
