package org.moderationdesk.decisions.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.AnotherPerson;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Times;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.staff.Person;

/** What has happened with a decision and what comes next, where something of it waits for a second person. */
final class NextSteps extends VBox {
    private final PanelModel model;
    private final Speech speech;
    private final Times times;

    NextSteps(PanelModel model, Speech speech, Times times) {
        this.model = model;
        this.speech = speech;
        this.times = times;
        setId("decision-next-steps");
        getStyleClass().addAll("next-steps", "gap-4");
    }

    void show() {
        @Nullable DecisionLine line = model.proposals().decidedProperty().get();
        boolean waits = line != null && line.state() == DecisionState.AWAITING_SECOND;
        setVisible(waits);
        setManaged(waits);
        if (line == null || !waits) {
            return;
        }
        var heading = new Label(speech.get("decisions.panel.next"));
        heading.getStyleClass().addAll("strong", "size-12");
        List<Node> lines = new ArrayList<>(List.of(heading));
        lines.add(step(
                Icon.WELL,
                Tone.SUCCESS,
                speech.get("decisions.panel.next.proposed", line.person()),
                times.clock(line.at())));
        String what = line.waits().stream()
                .map(part -> speech.get("decisions.waits." + part))
                .collect(Collectors.joining(", "));
        Duration age = line.age(model.proposals().clock().instant());
        lines.add(step(
                Icon.WAITING,
                Tone.ATTENTION,
                speech.get("decisions.panel.next.second", what),
                speech.get("decisions.panel.next.pending", times.span(age))));
        var alone = new Label(whoCan(line));
        alone.getStyleClass().addAll("muted", "size-12");
        alone.setWrapText(true);
        lines.add(alone);
        getChildren().setAll(lines);
    }

    /** Who can approve it; where there is nobody, that it keeps waiting. */
    private String whoCan(DecisionLine line) {
        List<Person> people = model.peopleProperty().get();
        CaseFacts facts = model.proposals().facts();
        List<Person> eligible = AnotherPerson.eligible(people, line.person(), facts != null && facts.childSafety());
        if (eligible.isEmpty()) {
            return speech.get(people.isEmpty() ? "decisions.panel.next.alone" : "decisions.panel.next.nobody");
        }
        return speech.get(
                "decisions.panel.next.eligible",
                eligible.stream().map(Person::name).collect(Collectors.joining(", ")));
    }

    private static Node step(Icon icon, Tone tone, String words, String when) {
        var mark = Icons.small(icon);
        mark.getStyleClass().add(tone.styleClass());
        var what = new Label(words);
        what.getStyleClass().add("size-12");
        what.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var then = new Label(when);
        then.getStyleClass().addAll("muted", "size-12");
        then.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(mark, what, gap, then);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("gap-8");
        return row;
    }
}
