package org.moderationdesk.decisions.view;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Advice;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Refusal;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Times;
import org.moderationdesk.fx.Tone;

/** Where the decision is made: it stays whole at the foot of the column and never scrolls. */
public final class DecisionPanel {
    private final PanelModel model;
    private final Speech speech;
    private final DecisionActs acts;
    private final VBox pane = new VBox();
    private final Label points = new Label();
    private final HBox tag = new HBox();
    private final OutcomeBar outcomes;
    private final MeasureRow measures;
    private final DetailRows details;
    private final GroundArea grounds;
    private final MoreRow more;
    private final Label caution = new Label();
    private final RationaleArea rationale;
    private final ConsequenceBox consequence;
    private final NextSteps steps;
    private final PanelButtons buttons;
    private final Keys keys;
    private Counsel counsel = Counsel.NONE;

    public DecisionPanel(PanelModel model, Speech speech, Times times, DecisionActs acts) {
        this.model = model;
        this.speech = speech;
        this.acts = acts;
        outcomes = new OutcomeBar(model, speech);
        measures = new MeasureRow(model, speech, this::focus);
        details = new DetailRows(model, speech, times, this::focus);
        grounds = new GroundArea(model, speech);
        more = new MoreRow(model, speech, this::focus);
        rationale = new RationaleArea(model, speech);
        consequence = new ConsequenceBox(model, speech);
        steps = new NextSteps(model, speech, times);
        buttons = new PanelButtons(model, speech, acts);
        pane.getChildren()
                .addAll(
                        steps,
                        head(),
                        outcomes,
                        measures,
                        details,
                        grounds,
                        more,
                        caution,
                        rationale,
                        consequence,
                        buttons);
        pane.setId("decision");
        caution.setId("decision-caution");
        caution.setGraphic(Icons.small(Icon.INFO));
        caution.setWrapText(true);
        caution.setMinHeight(Region.USE_PREF_SIZE);
        caution.getStyleClass().addAll("size-12", "tone-attention", "caution");
        pane.getStyleClass().addAll("decision", "surface", "edge-top");
        pane.setAccessibleText(speech.get("decisions.panel.title"));
        pane.setFocusTraversable(true);
        pane.setMinHeight(Region.USE_PREF_SIZE);
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveField);
        keys = bind();
        model.proposals().proposalProperty().subscribe(this::show);
        model.proposals().decidedProperty().subscribe(this::show);
        model.proposals().lockedProperty().subscribe(this::show);
        // With its value: who is told without one is told first, before the model knows what is missing.
        model.proposals().judgementProperty().subscribe(_ -> showVerdict());
        model.saidProperty().subscribe(() -> consequence.show());
        model.triedProperty().subscribe(this::showVerdict);
        model.busyProperty().subscribe(() -> buttons.show());
        model.undoableProperty().subscribe(() -> buttons.show());
        model.peopleProperty().subscribe(() -> steps.show());
        model.compactProperty().subscribe(compact -> {
            pane.pseudoClassStateChanged(PseudoClass.getPseudoClass("compact"), compact);
            show();
        });
        model.onSpot(this::goTo);
        show();
    }

    public Node node() {
        return pane;
    }

    /** Its keys; they act wherever the screen listens with them. */
    public Keys keys() {
        return keys;
    }

    public void focus() {
        pane.requestFocus();
    }

    /** What a room above says of the proposal from now on. */
    public void counsel(Counsel from) {
        counsel = from;
        showCaution();
    }

    private void showCaution() {
        Proposal proposal = model.proposals().proposalProperty().get();
        String words = proposal == null || !mayDecide() ? "" : String.join("\n", counsel.cautions(proposal));
        caution.setText(words);
        caution.setVisible(!words.isEmpty());
        caution.setManaged(!words.isEmpty());
    }

    /** Hides what stands above the window. */
    public void hidden() {
        more.hidePopOvers();
    }

    /** Puts another foot in the place of the buttons, where the decision is only read. */
    public void foot(Node other) {
        pane.getChildren().set(pane.getChildren().indexOf(buttons), other);
    }

    /** From now on, cases are decided apart here. */
    public void apart(ApartWords words) {
        buttons.apart(words);
        consequence.apart(words);
    }

    /** Shows anew what depends on the time. */
    public void tick() {
        steps.show();
    }

    private Keys bind() {
        var all = new Keys(speech.get("decisions.panel.title"));
        for (Outcome outcome : Outcome.values()) {
            all.on(
                    OutcomeBar.key(outcome),
                    speech.get("decisions.outcome." + outcome),
                    () -> model.choose(outcome),
                    this::mayDecide);
        }
        return all.on("A", speech.get("decisions.panel.account"), measures::openAccount, this::mayDecide)
                .on("W", speech.get("decisions.panel.where"), measures::openWhere, this::mayDecide)
                .on("X", speech.get("decisions.panel.ground"), grounds::openGrounds, this::mayDecide)
                .on("0", speech.get("decisions.panel.none-applies"), this::noneApplies, this::mayDecide)
                .on("R", speech.get("decisions.panel.rationale"), rationale::focus, this::mayDecide)
                .on("T", speech.get("decisions.panel.phrase"), rationale::openPhrases, this::mayDecide)
                .on("F8", speech.get("decisions.panel.referral"), more::openReferral, this::mayDecide)
                .on("Shortcut+Enter", speech.get("decisions.panel.submit"), () -> buttons.submit(true))
                .on("Shortcut+Shift+Enter", speech.get("decisions.panel.submit-stop"), () -> buttons.submit(false))
                .on("S", speech.get("decisions.panel.skip"), acts::skip, this::mayDecide)
                .on("Shortcut+Z", speech.get("decisions.panel.undo"), acts::undo);
    }

    private boolean mayDecide() {
        return !model.proposals().lockedProperty().get();
    }

    private void noneApplies() {
        model.noneAppliesProperty().set(!model.noneAppliesProperty().get());
    }

    /** Esc covers the content and leaves the field as well. */
    private void leaveField(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && event.getTarget() instanceof TextInputControl) {
            focus();
        }
    }

    private Node head() {
        var title = new Label(speech.get("decisions.panel.title"));
        title.getStyleClass().addAll("strong", "size-14");
        title.setMinWidth(Region.USE_PREF_SIZE);
        points.setId("decision-advice");
        points.getStyleClass().addAll("muted", "size-12");
        points.setGraphic(Icons.small(Icon.CHECKLIST));
        points.setMinWidth(0);
        tag.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, tag, gap, points);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gap-8");
        return head;
    }

    private void show() {
        Proposal proposal = model.proposals().proposalProperty().get();
        boolean locked = model.proposals().lockedProperty().get();
        pane.setVisible(proposal != null);
        outcomes.show(proposal);
        outcomes.lock(locked);
        measures.show(proposal, locked);
        details.show(proposal, locked);
        grounds.show(proposal);
        more.show(proposal, locked);
        showCaution();
        rationale.show(proposal, locked);
        steps.show();
        showVerdict();
    }

    private void showVerdict() {
        showAdvice();
        showTag();
        consequence.show();
        buttons.show();
        Spot wrong = wrong();
        outcomes.pseudoClassStateChanged(PseudoClass.getPseudoClass("wrong"), wrong == Spot.OUTCOME);
        measures.markAccount(wrong == Spot.ACCOUNT && !details.isManaged());
        measures.markWhere(wrong == Spot.REACH);
        details.mark(wrong);
        grounds.mark(wrong);
        more.mark(wrong);
        rationale.mark(wrong);
    }

    private @Nullable Spot wrong() {
        Refusal refusal = model.missingProperty().get();
        Proposal proposal = model.proposals().proposalProperty().get();
        boolean begun = proposal != null
                && (proposal.outcome() != null || model.triedProperty().get());
        return refusal == null || !begun || !mayDecide() ? null : Spot.of(refusal);
    }

    private void showAdvice() {
        Advice advice = model.proposals().adviceProperty().get();
        if (advice == null || advice.outcome() == null || !mayDecide()) {
            points.setText("");
            points.setVisible(false);
            return;
        }
        String outcome = speech.get("decisions.outcome." + advice.outcome());
        boolean measured = advice.account().type() != AccountMeasure.Type.NONE;
        String words = measured
                ? speech.get(
                        "decisions.panel.points-with",
                        outcome,
                        speech.get("decisions.measure." + advice.account().type())
                                .toLowerCase(speech.texts().locale()))
                : speech.get("decisions.panel.points", outcome);
        points.setText(words);
        points.setTooltip(new Tooltip(speech.say(advice.reason()) + "\n" + speech.say(advice.accountReason())));
        points.setAccessibleText(words + ". " + speech.say(advice.reason()));
        points.setVisible(true);
    }

    private void showTag() {
        DecisionLine line = model.proposals().decidedProperty().get();
        tag.getChildren().clear();
        if (line != null) {
            boolean waits = line.state() == DecisionState.AWAITING_SECOND;
            var said = new Tag(
                    waits ? speech.get("decisions.panel.waiting") : speech.get("decisions.state." + line.state()),
                    waits ? Tone.ATTENTION : Tone.SUCCESS);
            said.setGraphic(Icons.small(waits ? Icon.WAITING : Icon.DONE));
            said.setId("decision-state");
            tag.getChildren().add(said);
        } else if (!mayDecide() && model.proposals().proposalProperty().get() != null) {
            var said = new Tag(speech.get("decisions.panel.read-only"));
            said.setGraphic(Icons.small(Icon.HELD));
            said.setId("decision-state");
            tag.getChildren().add(said);
        }
    }

    /** Puts the keyboard where what is missing can be mended. */
    private void goTo(Spot spot) {
        switch (spot) {
            case OUTCOME -> outcomes.focus();
            case ACCOUNT -> {
                if (details.isManaged()) {
                    details.focusMeasure();
                } else {
                    measures.openAccount();
                }
            }
            case REACH -> details.openReason();
            case GROUND -> grounds.openGrounds();
            case WHY -> grounds.focusWhy();
            case REFERRALS -> more.openReferral();
            case ESCALATE_TO -> details.openQueues();
            case RATIONALE -> rationale.focus();
            case CHECKLIST, EVIDENCE, CASE -> {}
        }
    }
}
