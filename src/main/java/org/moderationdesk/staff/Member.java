package org.moderationdesk.staff;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as the desk keeps them.
 *
 * @param childSafety the clearance
 * @param disabled does not sign in any more; their history stays
 * @param mustChange has a password that an administrator gave, and chooses another before anything else
 * @param onShiftSince null when not on shift
 */
public record Member(
        String name,
        Set<Role> roles,
        boolean childSafety,
        boolean disabled,
        boolean mustChange,
        @Nullable Instant onShiftSince) {
    public Member {
        roles = Set.copyOf(roles);
    }

    public Person person() {
        return new Person(name, roles, childSafety);
    }

    public boolean isOnShift() {
        return onShiftSince != null;
    }

    /** Can sign in, and manages people. */
    boolean isWorkingAdministrator() {
        return !disabled && Rights.has(person(), Right.MANAGE_PEOPLE);
    }
}
