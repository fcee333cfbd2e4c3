package org.moderationdesk.decisions.view;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ReferralProposal;
import org.moderationdesk.guidelines.ReferralTarget;

/** To whom the case is referred outside the platform and why, or why to nobody. */
final class ReferralForm extends VBox {
    private final PanelModel model;
    private final Map<ReferralTarget, Target> targets = new EnumMap<>(ReferralTarget.class);
    private final TextField nobody = new TextField();
    private boolean showing;

    /** The controls of one target. */
    private record Target(CheckBox chosen, TextField why, CheckBox threat) {}

    ReferralForm(PanelModel model, Speech speech) {
        this.model = model;
        setId("referral-form");
        getStyleClass().addAll("popover-form", "gap-8");
        for (ReferralTarget target : ReferralTarget.values()) {
            var chosen = new CheckBox(speech.get("decisions.panel.referral." + target));
            chosen.setId("refer-" + target);
            var why = new TextField();
            why.setId("refer-why-" + target);
            why.setPromptText(speech.get("decisions.panel.referral.why"));
            why.setAccessibleText(speech.get("decisions.panel.referral.why"));
            var threat = new CheckBox(speech.get("decisions.panel.referral.threat"));
            threat.setId("refer-threat-" + target);
            chosen.setOnAction(_ -> change(target));
            why.textProperty().subscribe(() -> change(target));
            threat.setOnAction(_ -> change(target));
            targets.put(target, new Target(chosen, why, threat));
            var details = new VBox(why, threat);
            details.getStyleClass().addAll("gap-4", "referral-details");
            details.visibleProperty().bind(chosen.selectedProperty());
            details.managedProperty().bind(chosen.selectedProperty());
            getChildren().addAll(chosen, details);
        }
        var label = new Label(speech.get("decisions.panel.no-referral"));
        label.getStyleClass().addAll("muted", "size-12");
        nobody.setId("refer-nobody");
        nobody.setPromptText(speech.get("decisions.panel.no-referral.prompt"));
        nobody.setAccessibleText(speech.get("decisions.panel.no-referral"));
        nobody.textProperty().subscribe(text -> {
            if (!showing) {
                model.noReferral(text);
            }
        });
        getChildren().addAll(label, nobody);
    }

    private void change(ReferralTarget target) {
        if (showing) {
            return;
        }
        Target parts = targets.get(target);
        if (parts != null) {
            model.referral(
                    target,
                    parts.chosen().isSelected()
                            ? new ReferralProposal(
                                    target,
                                    ProposalEdit.orNull(parts.why().getText()),
                                    parts.threat().isSelected())
                            : null);
        }
    }

    void show(@Nullable Proposal proposal, boolean locked) {
        showing = true;
        try {
            targets.forEach((target, parts) -> {
                ReferralProposal referral = proposal == null
                        ? null
                        : proposal.referrals().stream()
                                .filter(each -> each.to() == target)
                                .findFirst()
                                .orElse(null);
                parts.chosen().setSelected(referral != null);
                parts.chosen().setDisable(locked);
                parts.threat().setSelected(referral != null && referral.threatToLife());
                parts.threat().setDisable(locked);
                parts.why().setEditable(!locked);
                if (referral != null) {
                    put(parts.why(), referral.why());
                }
            });
            put(nobody, proposal == null ? null : proposal.noReferral());
            nobody.setEditable(!locked);
        } finally {
            showing = false;
        }
    }

    private static void put(TextField field, @Nullable String text) {
        String words = text == null ? "" : text;
        if (!words.strip().equals(field.getText().strip())) {
            field.setText(words);
        }
    }

    void focusFirst() {
        Target first = targets.get(ReferralTarget.NCMEC);
        if (first != null) {
            first.chosen().requestFocus();
        }
    }
}
