package org.moderationdesk.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;

/** What a decision does to the item and the account. */
final class Effects {
    private static final int DEVICE_CHARACTERS = 3_000;

    private Effects() {}

    /**
     * One effect, before it is in the store.
     *
     * @param atOnce whether it does not wait for the undo window to end
     */
    record Effect(
            MeasureType type,
            boolean waits,
            boolean atOnce,
            @Nullable Instant until,
            Map<String, Object> body) {}

    static List<Effect> of(Proposal proposal, CaseFacts facts) {
        var effects = new ArrayList<Effect>();
        ItemKind kind = facts.item().kind();
        if (stopsStream(proposal, facts.item())) {
            effects.add(new Effect(MeasureType.STOP_STREAM, false, true, null, clauses(proposal)));
        }
        if (proposal.outcome() == Outcome.REMOVE && kind != ItemKind.ACCOUNT) {
            effects.add(new Effect(MeasureType.REMOVAL, false, false, null, clauses(proposal)));
        }
        if (withholds(proposal, kind)) {
            effects.add(new Effect(MeasureType.WITHHOLD, false, true, null, clauses(proposal)));
        }
        ReachLimit reach = proposal.reach();
        if (reach != null
                && reach.limits()
                && (proposal.outcome() == Outcome.LIMIT_REACH || proposal.outcome() == Outcome.ESCALATE)) {
            var body = new TreeMap<String, Object>(clauses(proposal));
            body.put("forYou", reach.forYou());
            body.put("search", reach.search());
            body.put("reason", reach.reason() == null ? "" : reach.reason().name());
            effects.add(new Effect(MeasureType.REACH_LIMIT, false, false, null, body));
        }
        if (proposal.account().type() != AccountMeasure.Type.NONE) {
            effects.add(account(proposal, facts));
        }
        return effects;
    }

    /** Escalated with a "yes" in 8.1 to 8.3: kept back until it is decided. An account has nothing to keep back. */
    static boolean withholds(Proposal proposal, ItemKind kind) {
        return proposal.outcome() == Outcome.ESCALATE
                && kind != ItemKind.ACCOUNT
                && proposal.answered(Answer.YES).stream().anyMatch(clause -> ChildSafety.isSealed(clause.section()));
    }

    /**
     * A livestream that runs is stopped at once, without waiting for the undo window: when it is removed or withheld, or
     * when its host may no longer go live.
     */
    static boolean stopsStream(Proposal proposal, Item item) {
        return item.kind() == ItemKind.LIVESTREAM
                && item.isLiveNow()
                && (proposal.outcome() == Outcome.REMOVE
                        || withholds(proposal, item.kind())
                        || proposal.account().features().contains(AccountMeasure.Feature.LIVESTREAM));
    }

    private static Effect account(Proposal proposal, CaseFacts facts) {
        AccountMeasure account = proposal.account();
        var body = new TreeMap<String, Object>(clauses(proposal));
        if (!account.features().isEmpty()) {
            body.put(
                    "features",
                    account.features().stream().sorted().map(Enum::name).toList());
        }
        if (account.type() == AccountMeasure.Type.DEVICE_BAN && facts.item().author() != null) {
            body.put("devices", devices(facts.item().author().deviceIds()));
        }
        boolean waits = account.type() == AccountMeasure.Type.BAN || account.type() == AccountMeasure.Type.DEVICE_BAN;
        var type = MeasureType.valueOf(account.type().name());
        return new Effect(type, waits, false, account.until(), body);
    }

    /** As many as the row holds; the account itself lists them all. */
    private static List<String> devices(List<String> ids) {
        var kept = new ArrayList<String>();
        int room = DEVICE_CHARACTERS;
        for (String id : ids) {
            room -= id.length() * 2;
            if (room < 0) {
                break;
            }
            kept.add(id);
        }
        return kept;
    }

    private static Map<String, Object> clauses(Proposal proposal) {
        return Map.of(
                "clauses",
                proposal.answered(Answer.YES).stream().map(code -> code.value()).toList());
    }
}
