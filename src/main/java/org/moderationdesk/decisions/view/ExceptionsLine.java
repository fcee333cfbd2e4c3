package org.moderationdesk.decisions.view;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.guidelines.ExceptionRule;
import org.moderationdesk.guidelines.Section;

/** Says at the foot of the checklist whether exceptions can apply to the rule that the keys are on, and if not, why. */
final class ExceptionsLine extends HBox {
    private final ChecklistModel model;
    private final Speech speech;
    private final Text verdict = new Text();
    private final Text reason = new Text();

    ExceptionsLine(ChecklistModel model, Speech speech) {
        this.model = model;
        this.speech = speech;
        setId("checklist-exceptions");
        getStyleClass().addAll("exceptions-line", "gap-8");
        setAlignment(Pos.TOP_LEFT);
        verdict.getStyleClass().addAll("strong", "size-12", "rule-words");
        reason.getStyleClass().addAll("muted", "size-12");
        var flow = new TextFlow(verdict, reason);
        HBox.setHgrow(flow, Priority.ALWAYS);
        getChildren().addAll(Icons.small(Icon.INFO), flow);
    }

    void show() {
        model.currentSection().ifPresent(this::show);
    }

    private void show(Section section) {
        CaseFacts facts = model.proposals().facts();
        boolean picture = facts != null && facts.item().kind().hasPicture();
        ClauseCode at = model.currentProperty().get();
        ExceptionRule rule = at == null ? section.exceptions() : section.exceptionOn(at, picture);
        verdict.setText(speech.get("decisions.checklist.exceptions." + rule) + " ");
        reason.setText(
                switch (rule) {
                    case ALLOWED -> grounds();
                    case SECOND_PERSON, REFUSED ->
                        speech.book().refused(section.code()).orElseGet(this::grounds);
                });
    }

    private String grounds() {
        List<ExceptionGround> all = ExceptionGround.general();
        return all.stream()
                .map(ground ->
                        speech.book().ground(ground).toLowerCase(speech.texts().locale()))
                .collect(Collectors.joining(", ", "", "."));
    }
}
