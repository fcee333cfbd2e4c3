package org.moderationdesk.routing;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Knows the plan in force: the newest version, read anew only when there is a newer one. It is asked within whatever
 * transaction goes on, but not in the one that makes a version. Safe for any thread.
 */
public final class PlansInForce {
    private static final String NEWEST =
            "select version from routing_plan order by version desc fetch first 1 row only";
    private static final String BODY = "select body from routing_plan where version = ?";

    private volatile Plan last = Plan.none();

    public Plan read(Handle handle) {
        Optional<Integer> newest =
                handle.createQuery(NEWEST).mapTo(Integer.class).findOne();
        return newest.isEmpty() ? Plan.none() : version(handle, newest.get());
    }

    /** The plan of this version, which was found to be the newest. */
    public Plan version(Handle handle, int version) {
        Plan known = last;
        if (known.version() == version) {
            return known;
        }
        String body =
                handle.createQuery(BODY).bind(0, version).mapTo(String.class).one();
        Plan read = PlanJson.read(version, body);
        last = read;
        return read;
    }
}
