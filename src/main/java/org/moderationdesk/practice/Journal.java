package org.moderationdesk.practice;

import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.staff.Person;

/** What was done with sets, assignments, keys and certificates, in order; in the transaction of what it tells. */
final class Journal {
    private static final String INSERT = """
        insert into practice.journal (at, person, act, subject, facts) values (?, ?, ?, ?, ?)
        """;

    private Journal() {}

    /** What is told. */
    enum Act {
        SET_MADE,
        SET_CHANGED,
        SET_PUBLISHED,
        SET_ARCHIVED,
        KEY_AGREED,
        ASSIGNED,
        ASSIGNMENT_WITHDRAWN,
        KEY_RULED,
        COPY_ERASED,
        CERTIFICATION_SET,
        CERTIFICATION_WITHDRAWN,
        CERTIFIED,
        NOTE_SENT,
        CERTIFICATE_TAKEN_BACK,
        EXPORTED,
        HIDDEN_SHARE_SET,
        HIDDEN_RETIRED
    }

    static void tell(Handle handle, Person by, Instant at, Act act, String subject, Map<String, ?> facts) {
        tell(handle, by.name(), at, act, subject, facts);
    }

    static void tell(Handle handle, String by, Instant at, Act act, String subject, Map<String, ?> facts) {
        handle.execute(INSERT, at.toEpochMilli(), by, act.name(), subject, CanonicalJson.write(facts));
    }
}
