package org.moderationdesk.guidelines;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What holds for the whole book.
 *
 * @param adultAge the age in years from which nobody counts as a minor
 * @param noteLines for each remark the lines of the source text that it rests on
 */
public record GeneralRules(
        Set<AccountResponse> responses,
        Set<ReferralTarget> referrals,
        int adultAge,
        List<AgeRule> ageRules,
        Map<BookNote, List<Integer>> noteLines) {
    public GeneralRules {
        responses = InOrder.copyOf(responses);
        referrals = InOrder.copyOf(referrals);
        ageRules = List.copyOf(ageRules);
        noteLines = Map.copyOf(noteLines);
    }
}
