package org.moderationdesk.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.staff.Person;

/** Certifications and certificates, as they are stored. */
final class CertificateRows {
    private static final String ALL = """
        select name, title, sets, percent, valid_days, withdrawn from practice.certification order by name
        """;
    private static final String DELETE = "delete from practice.certification where name = ?";
    private static final String INSERT = """
        insert into practice.certification (name, title, sets, percent, valid_days, withdrawn, made_by, made_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String WITHDRAW = "update practice.certification set withdrawn = true where name = ?";
    private static final String COLUMNS = """
        select id, certification, person, from_at, until_at, runs, taken_back_at from practice.certificate
        """;
    private static final String OF_PERSON = COLUMNS + " where person = ? order by person, until_at desc, id";
    private static final String EVERYBODYS = COLUMNS + " order by until_at desc, id fetch first ? rows only";
    private static final String FIND = COLUMNS + " where id = ?";
    private static final String GIVE = """
        insert into practice.certificate (id, certification, person, from_at, until_at, runs, given_by)
        values (?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String TAKE_BACK = """
        update practice.certificate set taken_back_at = ?, taken_back_by = ? where id = ? and taken_back_at is null
        """;
    private static final String GOOD = """
        select certification
          from practice.certificate
         where person = ? and from_at <= ? and until_at > ? and taken_back_at is null
        """;
    private static final String BEST = """
        select id
          from practice.run
         where set_id = ? and person = ? and state = 'FINISHED' and missed_of is null and ended_at > ?
         order by started_at desc, id desc
        """;
    private static final String WHO =
            "select distinct person from practice.run where set_id = ? and state = 'FINISHED' and missed_of is null";

    private CertificateRows() {}

    static List<Certification> all(Handle handle) {
        return handle.createQuery(ALL)
                .map((row, _) -> new Certification(
                        row.getString("name"),
                        Json.told(row.getString("title")),
                        words(row.getString("sets")),
                        row.getInt("percent"),
                        row.getInt("valid_days"),
                        row.getBoolean("withdrawn")))
                .list();
    }

    private static List<String> words(String several) {
        return several.isEmpty() ? List.of() : Arrays.asList(several.split(" "));
    }

    static void put(Handle handle, Person by, Instant at, Certification one) {
        handle.execute(DELETE, one.name());
        handle.execute(
                INSERT,
                one.name(),
                Json.write(one.title()),
                String.join(" ", one.sets()),
                one.percent(),
                one.validDays(),
                one.withdrawn(),
                by.name(),
                at.toEpochMilli());
    }

    static boolean withdraw(Handle handle, String name) {
        return handle.execute(WITHDRAW, name) > 0;
    }

    /** The one that lasts longest first. */
    static List<Certificate> ofPerson(Handle handle, String person) {
        return handle.createQuery(OF_PERSON)
                .bind(0, person)
                .map((row, _) -> read(row))
                .list();
    }

    static List<Certificate> everybodys(Handle handle, int most) {
        return handle.createQuery(EVERYBODYS)
                .bind(0, most)
                .map((row, _) -> read(row))
                .list();
    }

    static Optional<Certificate> find(Handle handle, String id) {
        return handle.createQuery(FIND).bind(0, id).map((row, _) -> read(row)).findOne();
    }

    private static Certificate read(ResultSet row) throws SQLException {
        return new Certificate(
                row.getString("id"),
                row.getString("certification"),
                row.getString("person"),
                Instant.ofEpochMilli(row.getLong("from_at")),
                Instant.ofEpochMilli(row.getLong("until_at")),
                words(row.getString("runs")),
                AssignmentRows.moment(row, "taken_back_at"));
    }

    static void give(Handle handle, Person by, Certificate one) {
        handle.execute(
                GIVE,
                one.id(),
                one.certification(),
                one.person(),
                one.from().toEpochMilli(),
                one.until().toEpochMilli(),
                String.join(" ", one.runs()),
                by.name());
    }

    static boolean takeBack(Handle handle, Person by, Instant at, String id) {
        return handle.execute(TAKE_BACK, at.toEpochMilli(), by.name(), id) > 0;
    }

    /** The certifications that somebody holds now. */
    static Set<String> good(Handle handle, String person, Instant now) {
        return handle.createQuery(GOOD)
                .bind(0, person)
                .bind(1, now.toEpochMilli())
                .bind(2, now.toEpochMilli())
                .mapTo(String.class)
                .set();
    }

    /** Whole runs of somebody through a set that were over after a moment, the newest first. */
    static List<String> runs(Handle handle, String set, String person, Instant after) {
        return handle.createQuery(BEST)
                .bind(0, set)
                .bind(1, person)
                .bind(2, after.toEpochMilli())
                .mapTo(String.class)
                .list();
    }

    /** Who has been through a set. */
    static List<String> who(Handle handle, String set) {
        return handle.createQuery(WHO).bind(0, set).mapTo(String.class).list();
    }
}
