package org.moderationdesk.fx;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A form whose answer the store may refuse: it stays open until the store has taken it. JavaFX thread only. */
public final class StoreForm {
    /** Keeps the form open without a sentence of its own. */
    private static final Optional<String> STAYS = Optional.of(" ");

    private final Dialogs dialogs;
    private final Label problem = DoorPanel.words("", "field-problem");
    private final VBox box;
    private boolean isSending;

    public StoreForm(Dialogs dialogs, Node content) {
        this.dialogs = dialogs;
        problem.setId("form-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        box = new VBox(content, problem);
    }

    /** Sends what the form holds. */
    public interface Sending {
        /**
         * @param onDone to be run once the store has taken it
         * @param onRefused to be told why it has not
         */
        void send(Runnable onDone, Consumer<String> onRefused);
    }

    /** @param act what the button says and does */
    public void open(String title, String act, Sending sending) {
        dialogs.form(title, box, act, () -> {
            // A second press while the store is at it would do it twice.
            if (!isSending) {
                isSending = true;
                problem.setText("");
                sending.send(this::close, this::refused);
            }
            return STAYS;
        });
    }

    private void refused(String why) {
        isSending = false;
        problem.setText(why);
    }

    private void close() {
        if (box.getScene() != null) {
            dialogs.close();
        }
    }
}
