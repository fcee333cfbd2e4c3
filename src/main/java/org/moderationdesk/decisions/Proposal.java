package org.moderationdesk.decisions;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.ClauseCode;

/**
 * A decision as a person proposes it, before the rules have judged it. Also what a draft holds, and one line of
 * {@code moderation-desk decide}.
 *
 * @param version the item version looked at; null = the newest
 * @param edition the edition decided by; null = the one in force
 * @param outcome null while none is chosen
 */
public record Proposal(
        String item,
        @Nullable Integer version,
        @Nullable String edition,
        SortedMap<ClauseCode, Answer> answers,
        SortedMap<ClauseCode, String> notes,
        @Nullable Outcome outcome,
        @Nullable ExceptionClaim exception,
        @Nullable ReachLimit reach,
        AccountMeasure account,
        List<ReferralProposal> referrals,
        @Nullable String noReferral,
        @Nullable String escalateTo,
        List<EvidenceMark> evidence,
        List<OffPlatformSource> offPlatform,
        @Nullable String rationale,
        @Nullable Confidence confidence,
        boolean difficult) {
    public Proposal {
        answers = new TreeMap<>(answers);
        notes = new TreeMap<>(notes);
        referrals = List.copyOf(referrals);
        evidence = List.copyOf(evidence);
        offPlatform = List.copyOf(offPlatform);
    }

    /** Nothing answered yet. */
    public static Proposal empty(String item) {
        return new Proposal(
                item,
                null,
                null,
                new TreeMap<>(),
                new TreeMap<>(),
                null,
                null,
                null,
                AccountMeasure.none(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                false);
    }

    /** The rules answered so, in book order. */
    public List<ClauseCode> answered(Answer answer) {
        return answers.entrySet().stream()
                .filter(entry -> entry.getValue() == answer)
                .map(Map.Entry::getKey)
                .toList();
    }
}
