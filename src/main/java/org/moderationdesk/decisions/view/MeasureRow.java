package org.moderationdesk.decisions.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Advice;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ReachLimit;
import org.moderationdesk.fx.KeyHint;

/** What happens to the account, and where the content is still distributed. */
final class MeasureRow extends HBox {
    private final PanelModel model;
    private final Speech speech;
    private final Choice<AccountMeasure.Type> account;
    private final Choice<Where> where;

    /** Where the content is limited. */
    enum Where {
        EVERYWHERE,
        NOWHERE,
        BOTH,
        FEED,
        SEARCH
    }

    /** @param onDone gives the keyboard back */
    MeasureRow(PanelModel model, Speech speech, Runnable onDone) {
        this.model = model;
        this.speech = speech;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("gap-8");
        account = new Choice<>(
                "decision-account", speech.get("decisions.panel.account"), this::words, model::measure, onDone);
        where = new Choice<>(
                "decision-where",
                speech.get("decisions.panel.where"),
                place -> speech.get("decisions.panel.where." + place),
                this::limit,
                onDone);
        HBox.setHgrow(account.box(), Priority.ALWAYS);
        HBox.setHgrow(where.box(), Priority.ALWAYS);
        account.box().setPrefWidth(132);
        where.box().setPrefWidth(112);
        getChildren()
                .addAll(
                        label("decisions.panel.account"),
                        new KeyHint("A"),
                        account.box(),
                        label("decisions.panel.where"),
                        where.box());
    }

    private Label label(String key) {
        var label = new Label(speech.get(key));
        label.getStyleClass().add("size-12");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private String words(AccountMeasure.Type type) {
        String word = speech.get("decisions.measure." + type);
        CaseFacts facts = model.proposals().facts();
        if (type == AccountMeasure.Type.STRIKE && facts != null) {
            int most = threshold();
            int strike = facts.activeStrikes() + 1;
            word = strike <= most
                    ? speech.get("decisions.panel.strike-of", strike, most)
                    : speech.get("decisions.panel.strike", strike);
        }
        Advice advice = model.proposals().adviceProperty().get();
        boolean advised = advice != null && advice.account().type() == type && type != AccountMeasure.Type.NONE;
        return advised && chosen() != type ? speech.get("decisions.panel.advised", word) : word;
    }

    private AccountMeasure.@Nullable Type chosen() {
        Proposal proposal = model.proposals().proposalProperty().get();
        return proposal == null ? null : proposal.account().type();
    }

    /** The strike at which more than a strike is recommended. */
    private int threshold() {
        var steps = model.proposals().tools().settings().get().strikes();
        int plain = (int) steps.stream()
                .takeWhile(step -> step.measure().equals(AccountMeasure.Type.STRIKE.name()))
                .count();
        return Math.min(plain + 1, steps.size());
    }

    void show(@Nullable Proposal proposal, boolean locked) {
        Outcome outcome = proposal == null ? null : proposal.outcome();
        boolean stays = outcome == Outcome.NO_VIOLATION || outcome == Outcome.EXCEPTION;
        boolean unknown =
                model.facts().map(facts -> facts.accountId().isEmpty()).orElse(true);
        account.offer(types());
        account.show(
                proposal == null ? AccountMeasure.Type.NONE : proposal.account().type());
        account.box().setDisable(locked || stays || unknown);
        where.offer(places(outcome));
        where.show(place(proposal));
        where.box().setDisable(locked || outcome != Outcome.LIMIT_REACH && outcome != Outcome.ESCALATE);
    }

    /** What is recommended comes first: one more key takes it. What the queue leaves to others is not there. */
    private List<AccountMeasure.Type> types() {
        var all = new ArrayList<>(Arrays.asList(AccountMeasure.Type.values()));
        AccountMeasure.@Nullable Type chosen = chosen();
        model.facts()
                .ifPresent(facts ->
                        all.removeIf(type -> !facts.allowed().measures().contains(type) && type != chosen));
        Advice advice = model.proposals().adviceProperty().get();
        if (advice != null && advice.account().type() != AccountMeasure.Type.NONE) {
            all.remove(advice.account().type());
            all.addFirst(advice.account().type());
        }
        return all;
    }

    private static List<Where> places(@Nullable Outcome outcome) {
        return switch (outcome) {
            case LIMIT_REACH -> List.of(Where.BOTH, Where.FEED, Where.SEARCH);
            case ESCALATE -> List.of(Where.NOWHERE, Where.BOTH, Where.FEED, Where.SEARCH);
            case REMOVE -> List.of(Where.EVERYWHERE);
            case null, default -> List.of(Where.NOWHERE);
        };
    }

    private static Where place(@Nullable Proposal proposal) {
        if (proposal == null || proposal.reach() == null || !proposal.reach().limits()) {
            return proposal != null && proposal.outcome() == Outcome.REMOVE ? Where.EVERYWHERE : Where.NOWHERE;
        }
        ReachLimit reach = proposal.reach();
        return reach.forYou() ? Where.SEARCH : reach.search() ? Where.FEED : Where.BOTH;
    }

    private void limit(Where place) {
        Proposal proposal = model.proposals().proposalProperty().get();
        if (proposal == null || place == place(proposal)) {
            return;
        }
        ReachLimit before = proposal.reach();
        // An escalated case can be limited only while under review.
        ReachLimit.Reason reason = proposal.outcome() == Outcome.ESCALATE
                ? ReachLimit.Reason.UNDER_REVIEW
                : before == null ? null : before.reason();
        switch (place) {
            case EVERYWHERE, NOWHERE -> model.reach(null);
            case BOTH -> model.reach(new ReachLimit(false, false, reason));
            case FEED -> model.reach(new ReachLimit(false, true, reason));
            case SEARCH -> model.reach(new ReachLimit(true, false, reason));
        }
    }

    void openAccount() {
        account.open();
    }

    void openWhere() {
        where.open();
    }

    void markAccount(boolean wrong) {
        Dashed.wrong(account.box(), wrong);
    }

    void markWhere(boolean wrong) {
        Dashed.wrong(where.box(), wrong);
    }

    /** Measures that need more said. */
    static boolean needsMore(AccountMeasure measure) {
        return measure.type() == AccountMeasure.Type.SUSPEND || measure.type() == AccountMeasure.Type.FEATURE_BLOCK;
    }
}
