package org.moderationdesk.guidelines;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Sets that are walked in the same order each time, so that screens, exports and tests agree. */
final class InOrder {
    private InOrder() {}

    static <T extends Comparable<? super T>> Set<T> copyOf(Collection<T> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
