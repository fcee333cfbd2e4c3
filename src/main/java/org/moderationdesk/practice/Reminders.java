package org.moderationdesk.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.practice.Reminder.Kind;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * What is due and what ends: one's own, and for who trains everybody else's. Not for the JavaFX thread; safe for any other.
 */
public final class Reminders {
    private static final Duration DUE_SOON = Duration.ofDays(7);
    private static final Duration LONG_OVER = Duration.ofDays(30);
    private static final int MOST = 2_000;
    private static final String DUE = """
        select a.set_id, a.due, p.person
          from practice.assignment a
          join practice.assignee p on p.assignment_id = a.id
         where a.withdrawn_at is null and a.due < ?
           and not exists (select 1
                             from practice.run r
                            where r.assignment_id = a.id and r.person = p.person and r.state = 'FINISHED')
         order by a.due, p.person
         fetch first ? rows only
        """;
    private static final String ENDS = """
        select certification, max(until_at), person
          from practice.certificate
         where taken_back_at is null
         group by certification, person
        having max(until_at) > ? and max(until_at) <= ?
         order by 2, 3
         fetch first ? rows only
        """;

    private final Store store;
    private final InstantSource clock;

    public Reminders(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Of one person. */
    private record One(Kind kind, String about, Instant at, String person) {
        String together() {
            return kind + " " + about;
        }
    }

    /** One's own first, each by itself; then what concerns others, together; what is over before what is not. */
    public List<Reminder> of(Person viewer) {
        Rights.require(viewer, Right.PRACTISE);
        Instant now = Instant.ofEpochMilli(clock.millis());
        return store.read(handle -> {
            List<One> all = all(handle, now);
            Map<String, Told> titles = new LinkedHashMap<>();
            all.stream().filter(one -> !titles.containsKey(one.about())).forEach(one -> title(handle, one)
                    .ifPresent(title -> titles.put(one.about(), title)));
            List<One> known =
                    all.stream().filter(one -> titles.containsKey(one.about())).toList();
            List<Reminder> told = new ArrayList<>(grouped(
                    known.stream()
                            .filter(one -> one.person().equals(viewer.name()))
                            .toList(),
                    titles));
            if (Rights.has(viewer, Right.TRAIN)) {
                told.addAll(grouped(
                        known.stream()
                                .filter(one -> !one.person().equals(viewer.name()))
                                .toList(),
                        titles));
            }
            return told;
        });
    }

    private static List<One> all(Handle handle, Instant now) {
        List<One> all = new ArrayList<>(handle.createQuery(DUE)
                .bind(0, now.plus(DUE_SOON).toEpochMilli())
                .bind(1, MOST)
                .map((row, _) -> {
                    Instant due = Instant.ofEpochMilli(row.getLong(2));
                    return new One(due.isAfter(now) ? Kind.DUE : Kind.OVERDUE, row.getString(1), due, row.getString(3));
                })
                .list());
        handle.createQuery(ENDS)
                .bind(0, now.minus(LONG_OVER).toEpochMilli())
                .bind(1, now.plus(Certifying.SOON).toEpochMilli())
                .bind(2, MOST)
                .map((row, _) -> {
                    Instant until = Instant.ofEpochMilli(row.getLong(2));
                    return new One(
                            until.isAfter(now) ? Kind.ENDS : Kind.ENDED, row.getString(1), until, row.getString(3));
                })
                .forEach(all::add);
        return all;
    }

    /** Empty where nobody can do anything about it any more: the set is given to nobody, or the certification withdrawn. */
    private static Optional<Told> title(Handle handle, One one) {
        return switch (one.kind()) {
            case DUE, OVERDUE ->
                SetRow.find(handle, one.about())
                        .filter(set -> set.state() == SetState.PUBLISHED)
                        .map(set -> set.newest().terms().title());
            case ENDS, ENDED ->
                CertificateRows.all(handle).stream()
                        .filter(each -> each.name().equals(one.about()) && !each.withdrawn())
                        .map(Certification::title)
                        .findFirst();
        };
    }

    private static List<Reminder> grouped(List<One> ones, Map<String, Told> titles) {
        Map<String, List<One>> together =
                ones.stream().collect(Collectors.groupingBy(One::together, LinkedHashMap::new, Collectors.toList()));
        return together.values().stream()
                .map(some -> new Reminder(
                        some.getFirst().kind(),
                        some.getFirst().about(),
                        titles.getOrDefault(some.getFirst().about(), Told.nothing()),
                        some.stream()
                                .map(One::at)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        some.stream().map(One::person).distinct().toList()))
                .sorted(Comparator.comparing(Reminder::kind).thenComparing(Reminder::at))
                .toList();
    }
}
