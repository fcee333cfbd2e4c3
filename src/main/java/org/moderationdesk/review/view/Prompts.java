package org.moderationdesk.review.view;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;

/** What the person is asked before a case is skipped or handed over. */
final class Prompts {
    private static final int REASONS = 5;

    private final Texts texts;
    private final Dialogs dialogs;
    private final ReviewModel model;

    Prompts(Texts texts, Dialogs dialogs, ReviewModel model) {
        this.texts = texts;
        this.dialogs = dialogs;
        this.model = model;
    }

    void skip() {
        var why = new ComboBox<String>();
        why.setId("skip-why");
        why.setEditable(true);
        why.setMaxWidth(Double.MAX_VALUE);
        why.setAccessibleText(texts.get("review.skip.why"));
        for (int i = 1; i <= REASONS; i++) {
            why.getItems().add(texts.get("review.skip.reason." + i));
        }
        why.getSelectionModel().selectFirst();
        var asked = new Label(texts.get("review.skip.sentence"));
        asked.getStyleClass().addAll("muted", "size-12");
        asked.setWrapText(true);
        ask("review.skip.title", box(asked, why), "review.skip.act", () -> {
            // What is being typed becomes the value only when the field is left.
            String typed = why.getEditor().getText().strip();
            String words = typed.isEmpty() && why.getValue() != null ? why.getValue() : typed;
            if (words.isEmpty()) {
                return Optional.of(texts.get("review.skip.missing"));
            }
            model.skip(words);
            return Optional.empty();
        });
    }

    void handOver() {
        var to = new TextField();
        to.setId("hand-over-to");
        to.setPromptText(texts.get("review.hand-over.to"));
        to.setAccessibleText(texts.get("review.hand-over.to"));
        var note = new TextArea();
        note.setId("hand-over-note");
        note.setPromptText(texts.get("review.hand-over.note"));
        note.setAccessibleText(texts.get("review.hand-over.note"));
        note.setPrefRowCount(3);
        note.setWrapText(true);
        ask("review.hand-over.title", box(to, note), "review.hand-over.act", () -> {
            String name = to.getText().strip();
            String words = note.getText().strip();
            if (name.isEmpty() || words.isEmpty()) {
                return Optional.of(texts.get("review.hand-over.missing"));
            }
            model.handOver(name, words);
            return Optional.empty();
        });
    }

    private void ask(String title, Node content, String act, Supplier<Optional<String>> onAct) {
        dialogs.form(texts.get(title), content, texts.get(act), onAct);
    }

    private static VBox box(Node... parts) {
        var box = new VBox(parts);
        box.getStyleClass().add("gap-8");
        return box;
    }
}
