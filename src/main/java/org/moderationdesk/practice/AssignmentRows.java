package org.moderationdesk.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Assignments, as they are stored. */
final class AssignmentRows {
    private static final String COLUMNS = """
        select a.id, a.set_id, a.whom, a.due, a.attempts, a.shuffled, a.time_shown, a.feedback, a.made_by, a.made_at,
               a.withdrawn_at
          from practice.assignment a
        """;
    private static final String OF_SET = COLUMNS + " where a.set_id = ? order by a.set_id, a.made_at desc, a.id";
    private static final String FIND = COLUMNS + " where a.id = ?";
    private static final String OF_PERSON = COLUMNS + """
          join practice.assignee p on p.assignment_id = a.id
         where p.person = ? and a.withdrawn_at is null
         order by a.made_at desc, a.id
        """;
    private static final String STANDING = COLUMNS + " where a.withdrawn_at is null order by a.made_at desc, a.id";
    private static final String PEOPLE = """
        select assignment_id, person from practice.assignee where assignment_id in (<ids>) order by assignment_id, person
        """;
    private static final String INSERT = """
        insert into practice.assignment
               (id, set_id, whom, due, attempts, shuffled, time_shown, feedback, made_by, made_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String INSERT_PERSON = "insert into practice.assignee (assignment_id, person) values (?, ?)";
    private static final String WITHDRAW =
            "update practice.assignment set withdrawn_at = ? where id = ? and withdrawn_at is null";

    private AssignmentRows() {}

    static List<Assignment> ofSet(Handle handle, String set) {
        return withPeople(
                handle,
                handle.createQuery(OF_SET)
                        .bind(0, set)
                        .map((row, _) -> read(row))
                        .list());
    }

    /** All that stand. */
    static List<Assignment> standing(Handle handle) {
        return withPeople(
                handle, handle.createQuery(STANDING).map((row, _) -> read(row)).list());
    }

    /** Those that stand. */
    static List<Assignment> ofPerson(Handle handle, String person) {
        return withPeople(
                handle,
                handle.createQuery(OF_PERSON)
                        .bind(0, person)
                        .map((row, _) -> read(row))
                        .list());
    }

    static Optional<Assignment> find(Handle handle, String id) {
        return withPeople(
                        handle,
                        handle.createQuery(FIND)
                                .bind(0, id)
                                .map((row, _) -> read(row))
                                .list())
                .stream()
                .findFirst();
    }

    private static List<Assignment> withPeople(Handle handle, List<Assignment> found) {
        Map<String, List<String>> people = new HashMap<>();
        for (List<String> some : Parts.of(found.stream().map(Assignment::id).toList())) {
            handle.createQuery(PEOPLE)
                    .bindList("ids", some)
                    .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(one -> people.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                            .add(one.getValue()));
        }
        return found.stream()
                .map(one -> with(one, people.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Assignment with(Assignment one, List<String> people) {
        return new Assignment(
                one.id(),
                one.setId(),
                people,
                one.group(),
                one.due(),
                one.attempts(),
                one.shuffled(),
                one.timeShown(),
                one.feedback(),
                one.madeBy(),
                one.madeAt(),
                one.withdrawnAt());
    }

    private static Assignment read(ResultSet row) throws SQLException {
        return new Assignment(
                row.getString("id"),
                row.getString("set_id"),
                List.of(),
                row.getString("whom"),
                moment(row, "due"),
                row.getInt("attempts"),
                row.getBoolean("shuffled"),
                row.getBoolean("time_shown"),
                Feedback.valueOf(row.getString("feedback")),
                row.getString("made_by"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                moment(row, "withdrawn_at"));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static void insert(Handle handle, Assignment made) {
        handle.execute(
                INSERT,
                made.id(),
                made.setId(),
                made.group(),
                made.due() == null ? null : made.due().toEpochMilli(),
                made.attempts(),
                made.shuffled(),
                made.timeShown(),
                made.feedback().name(),
                made.madeBy(),
                made.madeAt().toEpochMilli());
        PreparedBatch rows = handle.prepareBatch(INSERT_PERSON);
        made.people().forEach(person -> rows.add(made.id(), person));
        rows.execute();
    }

    static boolean withdraw(Handle handle, String id, Instant at) {
        return handle.execute(WITHDRAW, at.toEpochMilli(), id) > 0;
    }
}
