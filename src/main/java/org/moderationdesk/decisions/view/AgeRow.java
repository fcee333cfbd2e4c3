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

    private final ChecklistModel model;
    private final Speech speech;
    private final Label brings = new Label();
    private final AnswerButtons answers;

    AgeRow(ChecklistModel model, Speech speech) {
        this.model = model;
        this.speech = speech;
        setId("rule-age");
        getStyleClass().addAll("rule-row", "gap-12");
        setAlignment(Pos.CENTER_LEFT);
        String adult = String.valueOf(model.proposals().tools().book().general().adultAge());
        String question = speech.get("decisions.checklist.age", adult);
        var asked = new Label(question);
        asked.getStyleClass().add("size-12");
        asked.setWrapText(true);
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
        sayWhatItBrings();
    }

    /** More for a livestream than for other kinds. */
    void sayWhatItBrings() {
        String key = model.isOfLivestream() ? "decisions.checklist.age.brings-live" : "decisions.checklist.age.brings";
        brings.setText(speech.get(key, speech.book().chapter(MINORS)));
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
