package org.moderationdesk.decisions;

import java.util.ArrayList;
import java.util.List;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionRule;

/**
 * Says which parts of a decision wait for another person. Only what is listed here waits: the removal of the content
 * takes effect at once, and an emergency waits for nobody.
 */
public final class FourEyes {
    /** What can wait. */
    public enum Part {
        BAN,
        DEVICE_BAN,
        /** That no referral is made where one is expected. */
        NO_REFERRAL,
        /** A referral that is no emergency. */
        REFERRAL,
        /** An exception in a section where the book asks for a second person: 6.2, 9.3 and chapter 1. */
        EXCEPTION
    }

    private FourEyes() {}

    /** The parts that wait, each once; none for a decision that takes effect whole. */
    public static List<Part> waiting(Proposal proposal, Book book) {
        var parts = new ArrayList<Part>();
        if (proposal.account().type() == AccountMeasure.Type.BAN) {
            parts.add(Part.BAN);
        }
        if (proposal.account().type() == AccountMeasure.Type.DEVICE_BAN) {
            parts.add(Part.DEVICE_BAN);
        }
        if (!Words.blank(proposal.noReferral())) {
            parts.add(Part.NO_REFERRAL);
        }
        if (proposal.referrals().stream().anyMatch(referral -> !referral.isEmergency())) {
            parts.add(Part.REFERRAL);
        }
        if (proposal.outcome() == Outcome.EXCEPTION
                && proposal.answered(Answer.YES).stream().anyMatch(clause -> asksSecondPerson(clause, book))) {
            parts.add(Part.EXCEPTION);
        }
        return List.copyOf(parts);
    }

    private static boolean asksSecondPerson(ClauseCode clause, Book book) {
        return book.section(clause.section())
                .filter(section -> section.exceptions() == ExceptionRule.SECOND_PERSON)
                .isPresent();
    }
}
