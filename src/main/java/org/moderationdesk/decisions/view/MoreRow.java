package org.moderationdesk.decisions.view;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Confidence;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.fx.Chip;
import org.moderationdesk.fx.KeyHint;

/** What is seldom needed: referrals and outside sources in pop-overs, how sure the person is, and the difficult mark. */
final class MoreRow extends HBox {
    private final Speech speech;
    private final Button referral = new Button();
    private final Button sources = new Button();
    private final Choice<Confidence> confidence;
    private final ToggleButton difficult;
    private final ReferralForm referralForm;
    private final SourcesForm sourcesForm;
    private final PopOver referralOver;
    private final PopOver sourcesOver;

    MoreRow(PanelModel model, Speech speech, Runnable onDone) {
        this.speech = speech;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("gap-8", "more-row");
        referralForm = new ReferralForm(model, speech);
        sourcesForm = new SourcesForm(model, speech);
        referralOver = over(referralForm, onDone);
        sourcesOver = over(sourcesForm, onDone);
        referral.setId("decision-referral");
        referral.setGraphic(new KeyHint("F8"));
        referral.setContentDisplay(ContentDisplay.RIGHT);
        referral.getStyleClass().add("chip");
        referral.setOnAction(_ -> openReferral());
        sources.setId("decision-sources");
        sources.getStyleClass().add("chip");
        sources.setOnAction(_ -> openSources());
        confidence = new Choice<>(
                "decision-confidence",
                speech.get("decisions.panel.confidence"),
                each -> speech.get("decisions.panel.confidence." + each),
                each -> model.proposals().edit(edit -> edit.confidence = each),
                onDone);
        confidence.offer(Arrays.asList(Confidence.values()));
        confidence.box().setPromptText(speech.get("decisions.panel.confidence"));
        confidence.box().getStyleClass().add("chip-combo");
        difficult = new Chip(speech.get("decisions.panel.difficult"));
        difficult.setId("decision-difficult");
        difficult.setOnAction(_ -> model.proposals().edit(edit -> edit.difficult = difficult.isSelected()));
        HBox.setHgrow(confidence.box(), Priority.ALWAYS);
        getChildren().addAll(referral, sources, confidence.box(), difficult);
    }

    private static PopOver over(Node content, Runnable onDone) {
        var over = new PopOver(content);
        over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
        over.setAnimated(false);
        over.setDetachable(false);
        over.setOnHidden(_ -> onDone.run());
        return over;
    }

    void show(@Nullable Proposal proposal, boolean locked) {
        String named = proposal == null
                ? ""
                : proposal.referrals().stream()
                        .map(each -> speech.get("decisions.panel.referral.short." + each.to()))
                        .collect(Collectors.joining(", "));
        boolean nobody = proposal != null && proposal.noReferral() != null;
        referral.setText(
                nobody
                        ? speech.get("decisions.panel.referral.nobody")
                        : named.isEmpty() ? speech.get("decisions.panel.referral") : named);
        chosen(referral, nobody || !named.isEmpty());
        int outside = proposal == null ? 0 : proposal.offPlatform().size();
        sources.setText(
                outside == 0
                        ? speech.get("decisions.panel.sources")
                        : speech.get("decisions.panel.sources.count", outside));
        chosen(sources, outside > 0);
        confidence.show(proposal == null ? null : proposal.confidence());
        confidence.box().setDisable(locked);
        difficult.setSelected(proposal != null && proposal.difficult());
        difficult.setMouseTransparent(locked);
        difficult.setFocusTraversable(!locked);
        referralForm.show(proposal, locked);
        sourcesForm.show(proposal);
    }

    private static void chosen(Node control, boolean chosen) {
        control.getStyleClass().remove("chosen");
        if (chosen) {
            control.getStyleClass().add("chosen");
        }
    }

    void openReferral() {
        referralOver.show(referral);
        referralForm.focusFirst();
    }

    private void openSources() {
        sourcesOver.show(sources);
        sourcesForm.focusFirst();
    }

    void hidePopOvers() {
        referralOver.hide();
        sourcesOver.hide();
    }

    void mark(@Nullable Spot wrong) {
        Dashed.wrong(referral, wrong == Spot.REFERRALS);
    }
}
