package org.moderationdesk.practice.view;

import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.fx.Tabs;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.Run;

/** Asks why a key is thought to be wrong, and leaves it to a trainer to rule. */
final class QuestionForm {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 2_000;

    private final PracticeModel model;
    private final PracticeWords words;
    private final Dialogs dialogs;
    private final StatusLine status;
    private Runnable onSent = () -> {};

    QuestionForm(PracticeModel model, PracticeWords words, Dialogs dialogs, StatusLine status) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        this.status = status;
    }

    /** Told when a key has been questioned. */
    void onSent(Runnable told) {
        onSent = told;
    }

    void open(Run run, Reviewed one) {
        var reason = new TextArea();
        reason.setId("practice-question-reason");
        reason.setPromptText(words.get("practice.question.prompt"));
        reason.setAccessibleText(words.get("practice.question.reason"));
        reason.setWrapText(true);
        reason.setPrefRowCount(4);
        reason.setPrefWidth(480);
        Tabs.leaveByTab(reason);
        var form = new VBox(
                Shown.wrapped(words.get("practice.question.sentence", words.title(one.item())), "size-12", "muted"),
                reason);
        form.getStyleClass().add("gap-8");
        form.setMaxWidth(480);
        dialogs.form(words.get("practice.question"), form, words.get("practice.question.send"), () -> {
            String said = reason.getText().strip();
            if (said.length() < SHORTEST || said.length() > LONGEST) {
                return Optional.of(words.get("practice.refused.NO_REASON", ""));
            }
            model.act(
                    () -> model.doors()
                            .disputes()
                            .question(model.person(), run.id(), one.item().id(), said),
                    _ -> {
                        status.say(words.get("practice.question.sent"));
                        onSent.run();
                    });
            return Optional.empty();
        });
    }
}
