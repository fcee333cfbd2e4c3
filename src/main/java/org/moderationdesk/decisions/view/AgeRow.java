package org.moderationdesk.decisions.view;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Answer;

/** The first question of every checklist: whether anybody looks under age. */
final class AgeRow extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int MINORS = 8;

    private final AnswerButtons answers;

    AgeRow(ChecklistModel model, Speech speech) {
        setId("rule-age");
        getStyleClass().addAll("rule-row", "gap-12");
        setAlignment(Pos.CENTER_LEFT);
        String adult = String.valueOf(model.proposals().tools().book().general().adultAge());
        String question = speech.get("decisions.checklist.age", adult);
        var asked = new Label(question);
        asked.getStyleClass().add("size-12");
        asked.setWrapText(true);
        var brings = new Label(
                speech.get("decisions.checklist.age.brings", speech.book().chapter(MINORS)));
        brings.getStyleClass().addAll("muted", "size-12");
        brings.setWrapText(true);
        var words = new VBox(asked, brings);
        HBox.setHgrow(words, Priority.ALWAYS);
        answers = new AnswerButtons("rule-age", question, speech, answer -> {
            model.goToAge();
            model.answerAge(answer);
        });
        getChildren().addAll(words, answers);
        setOnMousePressed(_ -> model.goToAge());
    }

    void show(@Nullable Answer answer) {
        answers.show(answer);
    }

    void lock(boolean locked) {
        answers.lock(locked);
    }

    void setCurrent(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
    }
}
