package org.moderationdesk.decisions.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/**
 * A picker for one of a few things, in words. After picking, the keyboard goes back to the panel: the arrow keys belong to
 * the rules.
 */
final class Choice<T> {
    private final ComboBox<T> box = new ComboBox<>();
    private boolean showing;

    Choice(String id, String name, Function<T, String> words, Consumer<T> onPick, Runnable onDone) {
        box.setId(id);
        box.setAccessibleText(name);
        box.setMinWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setButtonCell(new WordsCell<>(words));
        box.setCellFactory(_ -> new WordsCell<>(words));
        box.setOnAction(_ -> {
            T picked = box.getValue();
            if (!showing && picked != null) {
                onPick.accept(picked);
            }
        });
        box.setOnHidden(_ -> onDone.run());
    }

    ComboBox<T> box() {
        return box;
    }

    void offer(List<T> all) {
        quietly(() -> {
            if (!box.getItems().equals(all)) {
                // The cell of the button goes by the place in the list, which is another one now.
                box.setValue(null);
                box.getSelectionModel().clearSelection();
                box.getItems().setAll(all);
            }
        });
    }

    void show(@Nullable T value) {
        quietly(() -> box.setValue(value));
    }

    /** Opens the list of choices, unless there is nothing to choose. */
    void open() {
        if (!box.isDisabled()) {
            box.requestFocus();
            box.show();
        }
    }

    private void quietly(Runnable change) {
        showing = true;
        try {
            change.run();
        } finally {
            showing = false;
        }
    }

    private static final class WordsCell<T> extends ListCell<T> {
        private final Function<T, String> words;

        WordsCell(Function<T, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : words.apply(item));
        }
    }
}
