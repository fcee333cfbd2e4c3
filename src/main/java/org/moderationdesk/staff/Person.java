package org.moderationdesk.staff;

import java.util.EnumSet;
import java.util.Set;

/**
 * A person at the desk.
 *
 * @param childSafety the clearance for sections 8.1 to 8.6; a clearance, not a rank
 */
public record Person(String name, Set<Role> roles, boolean childSafety) {
    public Person {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("a person has a name of 1 to 200 characters");
        }
        roles = Set.copyOf(roles);
    }

    /** The one person at a desk that knows no people yet: the computer's user, with every role and clearance. */
    public static Person alone(String userName) {
        return new Person(userName, EnumSet.allOf(Role.class), true);
    }
}
