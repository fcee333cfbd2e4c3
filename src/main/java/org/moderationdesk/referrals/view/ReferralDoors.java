package org.moderationdesk.referrals.view;

import java.util.List;
import java.util.Optional;
import org.moderationdesk.referrals.Referral;
import org.moderationdesk.referrals.Workspace;
import org.moderationdesk.referrals.ncmec.Fault;
import org.moderationdesk.staff.Person;

/** What the screen of referrals asks of the desk. */
public record ReferralDoors(Workspace workspace, Checks checks) {
    /** What keeps a referral from being sent; empty for a kind that has no document to check. Not for the JavaFX thread. */
    @FunctionalInterface
    public interface Checks {
        Optional<List<Fault>> of(Person person, Referral referral);
    }
}
