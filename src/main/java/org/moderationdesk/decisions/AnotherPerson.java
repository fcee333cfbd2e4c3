package org.moderationdesk.decisions;

import java.util.Optional;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/**
 * D11: nobody reviews, approves or hears the appeal of what they decided first. An approval is a team lead's, with the
 * clearance where the case needs it.
 */
public final class AnotherPerson {
    private AnotherPerson() {}

    /**
     * Why this person may not judge the decision a second time; empty if they may.
     *
     * @param first who made the decision
     */
    public static Optional<Refusal> refuses(String first, Person second, boolean childSafety) {
        if (childSafety && !second.childSafety()) {
            return Optional.of(Refusal.of("D9", "clearance"));
        }
        if (first.equals(second.name())) {
            return Optional.of(Refusal.of("D11", "same-person", first));
        }
        return second.roles().contains(Role.TEAM_LEAD)
                ? Optional.empty()
                : Optional.of(Refusal.of("D11", "not-team-lead"));
    }
}
