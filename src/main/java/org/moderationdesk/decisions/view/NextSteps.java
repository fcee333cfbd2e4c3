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
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Times;
import org.moderationdesk.fx.Tone;

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
        var alone = new Label(speech.get("decisions.panel.next.alone"));
        alone.getStyleClass().addAll("muted", "size-12");
        alone.setWrapText(true);
        lines.add(alone);
        getChildren().setAll(lines);
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
