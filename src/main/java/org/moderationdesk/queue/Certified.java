package org.moderationdesk.queue;

import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Says which certifications somebody holds now; asked in the middle of an act, where a queue demands one. */
@FunctionalInterface
public interface Certified {
    /** Where nobody is certified, since nobody certifies. */
    Certified NOBODY = (_, _) -> Set.of();

    Set<String> of(Handle handle, String person);
}
