package org.moderationdesk.app;

import java.util.List;
import java.util.function.Function;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.staff.Person;

/** What several rooms have to tell somebody, one room after the other. Not for the JavaFX thread. */
record NewsOfAll(List<Function<Person, List<Notice>>> rooms) implements Function<Person, List<Notice>> {
    @Override
    public List<Notice> apply(Person person) {
        return rooms.stream().flatMap(room -> room.apply(person).stream()).toList();
    }
}
