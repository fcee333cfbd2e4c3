package org.moderationdesk.decisions.view;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Answer;

/** Yes, no and unsure side by side; pressing the one that is chosen takes the answer back. */
final class AnswerButtons extends HBox {
    private final Map<Answer, ToggleButton> buttons = new EnumMap<>(Answer.class);

    /** @param question what is answered, for those who hear it read out */
    AnswerButtons(String id, String question, Speech speech, Consumer<@Nullable Answer> onAnswer) {
        getStyleClass().addAll("segmented-button", "answers");
        setMinWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        for (Answer answer : Answer.values()) {
            String word = speech.get("decisions.checklist.answer." + answer);
            var button = new ToggleButton(word);
            button.setId(id + "-" + answer);
            button.setAccessibleText(question + ": " + word);
            button.getStyleClass().addAll(pill(answer), "answer-" + answer);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> onAnswer.accept(button.isSelected() ? answer : null));
            buttons.put(answer, button);
            getChildren().add(button);
        }
    }

    private static String pill(Answer answer) {
        return switch (answer) {
            case YES -> "left-pill";
            case NO -> "center-pill";
            case UNSURE -> "right-pill";
        };
    }

    void show(@Nullable Answer answer) {
        buttons.forEach((each, button) -> button.setSelected(each == answer));
    }

    void lock(boolean locked) {
        buttons.values().forEach(button -> {
            button.setMouseTransparent(locked);
            button.setFocusTraversable(!locked);
        });
    }
}
