package org.moderationdesk.routing;

import java.util.Set;
import org.moderationdesk.decisions.Allowed;

/**
 * A queue that people are members of.
 *
 * @param takes the cases that rules may bring into it; what a person sends there comes in whatever it is
 * @param members names of those who may claim from it; nobody means everybody
 * @param allowed what may be decided in it
 * @param clearance whether it is there only for people with the clearance for child safety
 * @param points added to the priority of its cases, from -500 to 500
 */
public record NamedQueue(
        String name, Criteria takes, Set<String> members, Allowed allowed, boolean clearance, int points) {
    public NamedQueue {
        members = Set.copyOf(members);
    }

    /** A queue that takes every case, is open to all, and allows everything. */
    public static NamedQueue open(String name) {
        return new NamedQueue(name, Criteria.any(), Set.of(), Allowed.everything(), false, 0);
    }

    /** Whether somebody of this name may claim from it. */
    public boolean admits(String person) {
        return members.isEmpty() || members.contains(person);
    }
}
