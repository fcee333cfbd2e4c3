package org.moderationdesk.editions;

import java.util.List;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.staff.Person;

/** Announces editions to those who decide, until they have read what is different. Not for the JavaFX thread. */
public final class EditionNotices {
    private final StoredEditions editions;
    private final Readers readers;

    public EditionNotices(StoredEditions editions, Readers readers) {
        this.editions = editions;
        this.readers = readers;
    }

    /** For one person; all of it unread. */
    public List<Notice> of(Person person) {
        return readers.unread(person, editions.shelf()).stream()
                .map(one -> new Notice(
                        "edition " + one.name() + " " + one.version(),
                        Notice.Kind.EDITION,
                        one.name(),
                        "",
                        "",
                        one.name(),
                        one.from(),
                        false))
                .toList();
    }
}
