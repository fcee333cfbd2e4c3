package org.moderationdesk.guidelines;

import java.util.Set;

/**
 * How far exceptions reach in one section.
 *
 * @param rule for the section's clauses in general
 * @param intentNoDefence whether the guidelines say that the author's intention does not matter, for every clause here
 * @param refusedWithPicture clauses on which neither an exception nor a carve-out holds for kinds with a picture
 */
public record ExceptionTerms(ExceptionRule rule, boolean intentNoDefence, Set<ClauseCode> refusedWithPicture) {
    public ExceptionTerms {
        refusedWithPicture = InOrder.copyOf(refusedWithPicture);
    }
}
