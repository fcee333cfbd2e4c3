package org.moderationdesk.decisions.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ReachLimit;
import org.moderationdesk.fx.Chip;
import org.moderationdesk.fx.Times;

/** What outcome and measure need said besides: until when, which features, why limited, to whom. One line each. */
final class DetailRows extends VBox {
    private static final List<Integer> DAYS = List.of(1, 3, 7, 14, 30);

    private final PanelModel model;
    private final Speech speech;
    private final Times times;
    private final HBox suspension = row();
    private final HBox features = row();
    private final HBox reason = row();
    private final HBox escalation = row();
    private final List<Chip> days = new ArrayList<>();
    private final List<Chip> blocked = new ArrayList<>();
    private final Label until = new Label();
    private final Choice<ReachLimit.Reason> reasons;
    private final Choice<String> queues;

    DetailRows(PanelModel model, Speech speech, Times times, Runnable onDone) {
        this.model = model;
        this.speech = speech;
        this.times = times;
        getStyleClass().add("gap-8");
        reasons = new Choice<>(
                "decision-reach-reason",
                speech.get("decisions.panel.reach-reason"),
                each -> speech.get("decisions.reach." + each),
                this::reason,
                onDone);
        queues = new Choice<>(
                "decision-escalate-to",
                speech.get("decisions.panel.escalate-to"),
                this::queueName,
                model::escalateTo,
                onDone);
        reasons.offer(Arrays.asList(ReachLimit.Reason.values()));
        reasons.box().setPromptText(speech.get("decisions.panel.reach-reason.choose"));
        queues.box().setPromptText(speech.get("decisions.panel.escalate-to.choose"));
        fill();
    }

    private void fill() {
        suspension.getChildren().add(label("decisions.panel.suspend-for"));
        for (int length : DAYS) {
            var chip = new Chip(String.valueOf(length));
            chip.setId("suspend-" + length);
            chip.setAccessibleText(speech.get("decisions.panel.days", length));
            chip.setOnAction(_ -> model.suspendFor(length));
            days.add(chip);
            suspension.getChildren().add(chip);
        }
        until.getStyleClass().addAll("muted", "size-12");
        suspension.getChildren().add(until);
        features.getChildren().add(label("decisions.panel.block"));
        for (AccountMeasure.Feature feature : AccountMeasure.Feature.values()) {
            var chip = new Chip(speech.get("decisions.panel.feature." + feature));
            chip.setId("block-" + feature);
            chip.setOnAction(_ -> model.feature(feature, chip.isSelected()));
            blocked.add(chip);
            features.getChildren().add(chip);
        }
        HBox.setHgrow(reasons.box(), Priority.ALWAYS);
        HBox.setHgrow(queues.box(), Priority.ALWAYS);
        reason.getChildren().addAll(label("decisions.panel.reach-reason"), reasons.box());
        escalation.getChildren().addAll(label("decisions.panel.escalate-to"), queues.box());
    }

    private static HBox row() {
        var row = new HBox();
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("gap-8");
        return row;
    }

    private Label label(String key) {
        var label = new Label(speech.get(key));
        label.getStyleClass().add("size-12");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private String queueName(String queue) {
        String key = "decisions.panel.queue." + queue;
        return speech.texts().has(key) ? speech.get(key) : queue;
    }

    private void reason(ReachLimit.Reason why) {
        Proposal proposal = model.proposals().proposalProperty().get();
        ReachLimit before = proposal == null ? null : proposal.reach();
        model.reach(
                before == null
                        ? new ReachLimit(false, false, why)
                        : new ReachLimit(before.forYou(), before.search(), why));
    }

    void show(@Nullable Proposal proposal, boolean locked) {
        var rows = new ArrayList<Node>();
        if (proposal != null) {
            if (proposal.account().type() == AccountMeasure.Type.SUSPEND) {
                rows.add(suspension);
                showDays(proposal);
            }
            if (proposal.account().type() == AccountMeasure.Type.FEATURE_BLOCK) {
                rows.add(features);
                showFeatures(proposal);
            }
            if (proposal.outcome() == Outcome.LIMIT_REACH) {
                rows.add(reason);
                reasons.show(proposal.reach() == null ? null : proposal.reach().reason());
            }
            if (proposal.outcome() == Outcome.ESCALATE) {
                rows.add(escalation);
                queues.offer(model.proposals().tools().settings().get().specialistQueues());
                queues.show(proposal.escalateTo());
            }
        }
        if (!getChildren().equals(rows)) {
            getChildren().setAll(rows);
        }
        setManaged(!rows.isEmpty());
        rows.forEach(row -> row.setDisable(locked));
    }

    private void showDays(Proposal proposal) {
        int chosen = model.suspendedFor();
        for (int i = 0; i < DAYS.size(); i++) {
            days.get(i).setSelected(Objects.equals(DAYS.get(i), chosen));
        }
        until.setText(
                proposal.account().until() == null
                        ? speech.get("decisions.panel.days.unit")
                        : speech.get(
                                "decisions.panel.until",
                                times.date(proposal.account().until())));
    }

    private void showFeatures(Proposal proposal) {
        for (AccountMeasure.Feature feature : AccountMeasure.Feature.values()) {
            blocked.get(feature.ordinal())
                    .setSelected(proposal.account().features().contains(feature));
        }
    }

    void focusMeasure() {
        (days.getFirst().getScene() == null || !getChildren().contains(suspension) ? blocked : days)
                .getFirst()
                .requestFocus();
    }

    void openReason() {
        reasons.open();
    }

    void openQueues() {
        queues.open();
    }

    void mark(@Nullable Spot wrong) {
        Dashed.wrong(reasons.box(), wrong == Spot.REACH);
        Dashed.wrong(queues.box(), wrong == Spot.ESCALATE_TO);
        days.forEach(chip -> Dashed.wrong(chip, wrong == Spot.ACCOUNT && model.suspendedFor() == 0));
        blocked.forEach(chip -> Dashed.wrong(chip, wrong == Spot.ACCOUNT && !chip.isSelected()));
    }
}
