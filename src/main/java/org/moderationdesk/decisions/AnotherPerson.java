package org.moderationdesk.decisions;

import java.util.List;
import java.util.Optional;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

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
        if (!Rights.sees(second, childSafety)) {
            return Optional.of(Refusal.of("D9", "clearance"));
        }
        if (first.equals(second.name())) {
            return Optional.of(Refusal.of("D11", "same-person", first));
        }
        return Rights.has(second, Right.APPROVE) ? Optional.empty() : Optional.of(Refusal.of("D11", "not-team-lead"));
    }

    /** Why nobody may, at a desk that knows no people: whatever name is given, it is the same person. */
    public static Refusal nobodyElse() {
        return Refusal.of("D11", "nobody-else");
    }

    /** Those of these people who may judge the decision a second time: where there is none, it keeps waiting. */
    public static List<Person> eligible(List<Person> people, String first, boolean childSafety) {
        return people.stream()
                .filter(second -> refuses(first, second, childSafety).isEmpty())
                .toList();
    }

    /** How many of these people could approve at all: below two, what a lead decides finds nobody. */
    public static long couldApprove(List<Person> people, boolean childSafety) {
        return people.stream()
                .filter(person -> Rights.has(person, Right.APPROVE) && Rights.sees(person, childSafety))
                .count();
    }
}
