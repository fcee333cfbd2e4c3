package org.moderationdesk.guidelines;

import java.util.Set;

/** What goes with a breach of a section: referrals, exceptions, account measures and remarks. */
public record SectionHandling(
        Set<ReferralTarget> referrals, ExceptionTerms exceptions, Set<AccountResponse> responses, Set<BookNote> notes) {
    public SectionHandling {
        referrals = InOrder.copyOf(referrals);
        responses = InOrder.copyOf(responses);
        notes = InOrder.copyOf(notes);
    }
}
