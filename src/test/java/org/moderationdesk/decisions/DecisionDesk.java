package org.moderationdesk.decisions;

import static org.moderationdesk.decisions.Cases.ANNA;
import static org.moderationdesk.decisions.Cases.NOW;
import static org.moderationdesk.decisions.Cases.RULES;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.items.Author;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.ProjectedTable;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.staff.Person;

/** A store in memory with decisions, a log and a clock that a test moves. */
final class DecisionDesk implements AutoCloseable {
    final Store store = TestStore.create();
    final StoredDecisions decisions = new StoredDecisions(store, RULES, DecisionSettings::defaults);

    private Instant now = NOW;
    private final EventLog log = new StoredEventLog(store, () -> now);

    Instant now() {
        return now;
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    <T> T act(Person person, Function<Act, T> action) {
        return log.record(person.name(), action);
    }

    Recorded record(String id, Draft draft, CaseFacts facts) {
        return act(
                ANNA, act -> decisions.record(act, new Submission(id, draft.proposal(), facts, WhatWasSeen.nothing())));
    }

    Changed undo(String id) {
        return act(ANNA, act -> decisions.undo(act, id, List.of()));
    }

    /** The usual video under another case. */
    CaseFacts another(long caseId) {
        CaseFacts usual = Cases.video();
        return new CaseFacts(
                caseId,
                usual.queue(),
                usual.item(),
                usual.pinnedEdition(),
                usual.reports(),
                false,
                false,
                usual.standing(),
                ANNA,
                0,
                NOW,
                usual.allowed(),
                usual.urgency());
    }

    CaseFacts at(CaseFacts facts) {
        return facts.at(now).standing(new Standing.Held(4, now.plusSeconds(600)));
    }

    void report(String id, String reporter) {
        execute(
                "insert into report (item_id, id, case_id, source, reporter, at, arrived_at, sections, content,"
                        + " event_seq) values ('V-1', ?, 7, 'USER', ?, 0, 0, '', '{}', 0)",
                id,
                reporter);
    }

    Author authorWith(Author.PriorMeasure... measures) {
        return new Author(
                "u-7",
                null,
                null,
                null,
                null,
                null,
                Author.AgeSource.UNKNOWN,
                null,
                null,
                List.of(),
                List.of(measures),
                Map.of());
    }

    int strikes(@Nullable Author author) {
        return decisions.activeStrikes(Person.alone("anna"), "u-7", author, now);
    }

    void execute(String sql, Object... values) {
        int changed = store.write(handle -> handle.execute(sql, values));
        if (changed == 0) {
            throw new AssertionError("nothing changed");
        }
    }

    long count(String table) {
        return store.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    List<String> measures() {
        return lines("select type, state, release_at from measure");
    }

    List<String> referrals() {
        return lines("select target, state, release_at from referral");
    }

    private List<String> lines(String sql) {
        return store.read(handle -> handle.createQuery(sql)
                .map((row, _) -> row.getString(1) + " " + row.getString(2) + " " + Instant.ofEpochMilli(row.getLong(3)))
                .list());
    }

    List<String> sources() {
        return store.read(handle -> handle.createQuery(
                        "select source, reporter, decided, upheld from report_source order by source, reporter")
                .map((row, _) ->
                        row.getString(1) + " " + row.getString(2) + " " + row.getLong(3) + " " + row.getLong(4))
                .list());
    }

    List<String> bodies(String kind) {
        return store.read(handle -> handle.createQuery("select body from event where kind = :kind")
                .bind("kind", kind)
                .mapTo(String.class)
                .list());
    }

    List<String> streamed(Instant from, Instant to) {
        var ids = new ArrayList<String>();
        decisions.stream(from, to, decision -> ids.add(String.valueOf(decision.get("decision"))));
        return ids;
    }

    /** All that stands in the store as text, but for one table. */
    String everythingBut(String table) {
        List<String> tables = store.read(handle -> handle.createQuery(
                        "select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                .mapTo(String.class)
                .list());
        return tables.stream()
                .filter(name -> !name.equalsIgnoreCase(table))
                .map(name -> store.read(handle -> handle.createQuery("select * from \"" + name + "\"")
                        .mapToMap()
                        .list()
                        .toString()))
                .collect(Collectors.joining("\n"));
    }

    Verdict verify() {
        return new Verifier(store, DecisionTables.all()).verify((_, _) -> {});
    }

    /** Rows of this room's tables whose digest is not in the entry that they name. */
    List<String> untoldRows() {
        List<String> untold = new ArrayList<>();
        for (ProjectedTable table : DecisionTables.all()) {
            String sql = "select " + String.join(", ", table.columns()) + ", " + table.key()
                    + " as row_key, (select body from event where seq = event_seq) as told from " + table.name();
            store
                    .read(handle -> handle.createQuery(sql)
                            .map((row, _) -> {
                                int columns = table.columns().size();
                                var values = new @Nullable Object[columns];
                                for (int i = 0; i < columns; i++) {
                                    values[i] = row.getObject(i + 1);
                                }
                                String line = "[\"" + table.name() + "\",\"" + row.getString(columns + 1) + "\",\""
                                        + table.digest(values) + "\"";
                                String told = row.getString(columns + 2);
                                return told != null && told.contains(line) ? "" : line;
                            })
                            .list())
                    .stream()
                    .filter(line -> !line.isEmpty())
                    .forEach(untold::add);
        }
        return untold.stream().filter(Objects::nonNull).toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
