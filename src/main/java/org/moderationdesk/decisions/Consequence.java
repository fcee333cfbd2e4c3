package org.moderationdesk.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.settings.DecisionSettings;

/**
 * Says in words what a proposal would do, before anything happens: nothing that it names is left undone, and it names
 * nothing else. Pure, fast, safe for any thread.
 */
public final class Consequence {
    /** What stands between two parts in a line. */
    public static final String BETWEEN = " · ";

    private static final String KEY = "decisions.consequence.";

    private final Rules rules;
    private final Supplier<DecisionSettings> settings;

    public Consequence(Rules rules, Supplier<DecisionSettings> settings) {
        this.rules = rules;
        this.settings = settings;
    }

    /**
     * One effect.
     *
     * @param strong whether it weighs heavily and stands out
     */
    public record Part(String key, List<Object> arguments, boolean strong) {
        public Part {
            arguments = List.copyOf(arguments);
        }

        public String words(Texts texts, BookWords book) {
            return new Phrase(key, arguments).words(texts, book);
        }
    }

    /** The parts in the order in which they are said; none while no outcome is chosen. */
    public List<Part> of(Proposal proposal, CaseFacts facts) {
        Outcome outcome = proposal.outcome();
        if (outcome == null) {
            return List.of();
        }
        var parts = new ArrayList<Part>();
        if (Effects.stopsStream(proposal, facts.item())) {
            parts.add(strong("stops-stream"));
        }
        content(outcome, proposal, facts, parts);
        account(proposal.account(), facts, parts);
        referrals(proposal, parts);
        waits(proposal, parts);
        if (outcome != Outcome.ESCALATE && !facts.reports().isEmpty()) {
            parts.add(plain(
                    "closes",
                    Phrase.counted("decisions.count.reports", facts.reports().size())));
        }
        boolean stopped = Effects.stopsStream(proposal, facts.item());
        parts.add(plain(stopped ? "undo-all-but-stop" : "undo", settings.get().undoWindow()));
        return List.copyOf(parts);
    }

    /** All parts in one line. */
    public static String line(List<Part> parts, Texts texts, BookWords book) {
        return parts.stream().map(part -> part.words(texts, book)).collect(Collectors.joining(BETWEEN));
    }

    private static void content(Outcome outcome, Proposal proposal, CaseFacts facts, List<Part> parts) {
        ItemKind kind = facts.item().kind();
        switch (outcome) {
            case REMOVE -> parts.add(kind == ItemKind.ACCOUNT ? strong("account-breaks") : strong("removes", kind));
            case NO_VIOLATION -> parts.add(plain("stays", kind));
            case EXCEPTION -> parts.add(plain("stays-excused", kind));
            case LIMIT_REACH -> limit(proposal.reach(), kind, parts);
            case ESCALATE -> {
                if (!Words.blank(proposal.escalateTo())) {
                    parts.add(plain(
                            "escalates", String.valueOf(proposal.escalateTo()).strip()));
                } else {
                    parts.add(plain("stays-open"));
                }
                if (Effects.withholds(proposal, kind)) {
                    parts.add(strong("withholds", kind));
                }
                limit(proposal.reach(), kind, parts);
            }
        }
    }

    private static void limit(@Nullable ReachLimit reach, ItemKind kind, List<Part> parts) {
        if (reach == null || !reach.limits()) {
            return;
        }
        String where = reach.forYou() ? "limits-search" : reach.search() ? "limits-feed" : "limits-both";
        parts.add(plain(where, kind));
    }

    private void account(AccountMeasure account, CaseFacts facts, List<Part> parts) {
        strikes(account, facts).ifPresent(parts::add);
        switch (account.type()) {
            case NONE, STRIKE -> {}
            case WARNING -> parts.add(plain("warns"));
            case PROFILE_CHANGE -> parts.add(plain("asks-profile-change"));
            case FEATURE_BLOCK ->
                parts.add(plain(
                        "blocks-features", account.features().stream().sorted().toList()));
            case SUSPEND ->
                parts.add(account.until() == null ? strong("suspends") : strong("suspends-until", account.until()));
            case BAN -> parts.add(strong("bans-account"));
            case DEVICE_BAN -> parts.add(strong("bans-device"));
            case REMOVE_UNDERAGE -> parts.add(strong("removes-underage"));
        }
        if (account.type() != AccountMeasure.Type.BAN && account.type() != AccountMeasure.Type.DEVICE_BAN) {
            parts.add(plain("bans-nobody"));
        }
    }

    private Optional<Part> strikes(AccountMeasure account, CaseFacts facts) {
        if (account.type() != AccountMeasure.Type.STRIKE) {
            return Optional.empty();
        }
        int strike = facts.activeStrikes() + 1;
        int threshold = threshold(settings.get());
        return Optional.of(strike <= threshold ? plain("strike-of", strike, threshold) : plain("strike", strike));
    }

    /** The strike at which more than a strike is recommended. */
    static int threshold(DecisionSettings settings) {
        int plainStrikes = (int) settings.strikes().stream()
                .takeWhile(step -> step.measure().equals(AccountMeasure.Type.STRIKE.name()))
                .count();
        return Math.min(plainStrikes + 1, settings.strikes().size());
    }

    private static void referrals(Proposal proposal, List<Part> parts) {
        for (ReferralProposal referral : proposal.referrals()) {
            parts.add(
                    referral.isEmergency() ? strong("refers-at-once", referral.to()) : strong("refers", referral.to()));
        }
        if (!Words.blank(proposal.noReferral())) {
            parts.add(strong("refers-to-nobody"));
        }
    }

    private void waits(Proposal proposal, List<Part> parts) {
        List<FourEyes.Part> waiting = FourEyes.waiting(proposal, rules.book(proposal));
        if (!waiting.isEmpty()) {
            parts.add(strong("waits", waiting));
        }
    }

    private static Part plain(String key, Object... arguments) {
        return new Part(KEY + key, List.of(arguments), false);
    }

    private static Part strong(String key, Object... arguments) {
        return new Part(KEY + key, List.of(arguments), true);
    }
}
