package org.moderationdesk.practice;

import java.util.List;
import org.moderationdesk.staff.Role;

/** Who is asked to practise. A group is those who belong to it at that moment. */
public sealed interface Whom {
    /** People by name. */
    record Named(List<String> names) implements Whom {
        public Named {
            names = List.copyOf(names);
        }
    }

    /** Everybody with this role. */
    record OfRole(Role role) implements Whom {}

    /** The members of a queue; of one that is open to all, everybody who claims. */
    record OfQueue(String queue) implements Whom {}
}
