package org.moderationdesk.staff.view;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.moderationdesk.base.Texts;
import org.moderationdesk.staff.Role;

/** Roles in words. */
public final class RoleWords {
    private RoleWords() {}

    static String of(Texts texts, Role role) {
        return texts.get("staff.role." + role);
    }

    /** In the order of the ranks, with commas. */
    public static String of(Texts texts, Set<Role> roles) {
        return Arrays.stream(Role.values())
                .filter(roles::contains)
                .map(role -> of(texts, role))
                .collect(Collectors.joining(", "));
    }
}
