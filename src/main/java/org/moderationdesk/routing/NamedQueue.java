package org.moderationdesk.routing;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Allowed;

/**
 * A queue that people are members of.
 *
 * @param takes the cases that rules may bring into it; what a person sends there comes in whatever it is
 * @param members names of those who may claim from it; nobody means everybody
 * @param allowed what may be decided in it
 * @param clearance whether it is there only for people with the clearance for child safety
 * @param points added to the priority of its cases, from -500 to 500
 * @param certificate the certification that who claims from it must hold; null where none is asked for
 */
public record NamedQueue(
        String name,
        Criteria takes,
        Set<String> members,
        Allowed allowed,
        boolean clearance,
        int points,
        @Nullable String certificate) {
    public NamedQueue {
        members = Set.copyOf(members);
    }

    /** One that asks for no certificate. */
    public NamedQueue(
            String name, Criteria takes, Set<String> members, Allowed allowed, boolean clearance, int points) {
        this(name, takes, members, allowed, clearance, points, null);
    }

    public NamedQueue named(String other) {
        return new NamedQueue(other, takes, members, allowed, clearance, points, certificate);
    }

    public NamedQueue taking(Criteria other) {
        return new NamedQueue(name, other, members, allowed, clearance, points, certificate);
    }

    public NamedQueue of(Set<String> others) {
        return new NamedQueue(name, takes, others, allowed, clearance, points, certificate);
    }

    public NamedQueue allowing(Allowed other) {
        return new NamedQueue(name, takes, members, other, clearance, points, certificate);
    }

    public NamedQueue needingClearance(boolean needed) {
        return new NamedQueue(name, takes, members, allowed, needed, points, certificate);
    }

    public NamedQueue adding(int other) {
        return new NamedQueue(name, takes, members, allowed, clearance, other, certificate);
    }

    /** @param other null to ask for none */
    public NamedQueue demanding(@Nullable String other) {
        return new NamedQueue(name, takes, members, allowed, clearance, points, other);
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
