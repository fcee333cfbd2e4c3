package org.moderationdesk.decisions;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lays a proposal out as nested maps in the form of the decision rules; what is absent is left out. */
final class ProposalMap {
    private final UnaryOperator<String> personal;

    /** @param personal what stands for each free text that a person wrote; asked once for each */
    ProposalMap(UnaryOperator<String> personal) {
        this.personal = personal;
    }

    SortedMap<String, Object> of(Proposal proposal) {
        var map = new TreeMap<String, Object>();
        map.put("item", proposal.item());
        put(map, "version", proposal.version());
        put(map, "edition", proposal.edition());
        var answers = new TreeMap<String, Object>();
        proposal.answers().forEach((code, answer) -> answers.put(code.value(), answer.name()));
        map.put("answers", answers);
        var notes = new TreeMap<String, Object>();
        proposal.notes().forEach((code, note) -> notes.put(code.value(), personal.apply(note)));
        if (!notes.isEmpty()) {
            map.put("notes", notes);
        }
        put(map, "outcome", name(proposal.outcome()));
        put(map, "exception", exception(proposal.exception()));
        put(map, "reach", reach(proposal.reach()));
        map.put("account", account(proposal.account()));
        if (!proposal.referrals().isEmpty()) {
            map.put(
                    "referrals",
                    proposal.referrals().stream().map(this::referral).toList());
        }
        putPersonal(map, "noReferral", proposal.noReferral());
        put(map, "escalateTo", proposal.escalateTo());
        if (!proposal.evidence().isEmpty()) {
            map.put("evidence", proposal.evidence().stream().map(this::marked).toList());
        }
        if (!proposal.offPlatform().isEmpty()) {
            map.put(
                    "offPlatform",
                    proposal.offPlatform().stream().map(this::offPlatform).toList());
        }
        putPersonal(map, "rationale", proposal.rationale());
        put(map, "confidence", name(proposal.confidence()));
        map.put("difficult", proposal.difficult());
        return map;
    }

    private @Nullable SortedMap<String, Object> exception(@Nullable ExceptionClaim claim) {
        if (claim == null) {
            return null;
        }
        var map = new TreeMap<String, Object>();
        put(map, "ground", name(claim.ground()));
        put(map, "carveOut", claim.carveOut() == null ? null : claim.carveOut().value());
        putPersonal(map, "why", claim.why());
        return map;
    }

    private static @Nullable SortedMap<String, Object> reach(@Nullable ReachLimit reach) {
        if (reach == null) {
            return null;
        }
        var map = new TreeMap<String, Object>();
        map.put("forYou", reach.forYou());
        map.put("search", reach.search());
        put(map, "reason", name(reach.reason()));
        return map;
    }

    private static SortedMap<String, Object> account(AccountMeasure account) {
        var map = new TreeMap<String, Object>();
        map.put("measure", account.type().name());
        put(map, "until", account.until() == null ? null : account.until().toString());
        if (!account.features().isEmpty()) {
            map.put(
                    "features",
                    account.features().stream().sorted().map(Enum::name).toList());
        }
        return map;
    }

    private SortedMap<String, Object> referral(ReferralProposal referral) {
        var map = new TreeMap<String, Object>();
        map.put("to", referral.to().name());
        putPersonal(map, "why", referral.why());
        map.put("threatToLife", referral.threatToLife());
        return map;
    }

    private SortedMap<String, Object> offPlatform(OffPlatformSource source) {
        var map = new TreeMap<String, Object>();
        map.put("source", personal.apply(source.source()));
        map.put("reference", personal.apply(source.reference()));
        map.put("why", personal.apply(source.why()));
        return map;
    }

    /** One mark, its note as it is. */
    static SortedMap<String, Object> mark(EvidenceMark mark) {
        return new ProposalMap(UnaryOperator.identity()).marked(mark);
    }

    private SortedMap<String, Object> marked(EvidenceMark mark) {
        var map = new TreeMap<String, Object>();
        map.put("clause", mark.clause().value());
        switch (mark) {
            case EvidenceMark.InMedia media -> {
                map.put("media", media.media());
                put(map, "fromMs", media.fromMs());
                put(map, "toMs", media.toMs());
                if (media.box() != null) {
                    map.put("x", media.box().x());
                    map.put("y", media.box().y());
                    map.put("w", media.box().w());
                    map.put("h", media.box().h());
                }
            }
            case EvidenceMark.InText text -> {
                map.put("in", text.in().name());
                map.put("index", text.index());
                map.put("from", text.from());
                map.put("to", text.to());
            }
        }
        putPersonal(map, "note", mark.note());
        return map;
    }

    private void putPersonal(SortedMap<String, Object> map, String name, @Nullable String text) {
        put(map, name, text == null ? null : personal.apply(text));
    }

    private static void put(SortedMap<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
