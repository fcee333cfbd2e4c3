package org.moderationdesk.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.RowState;

/** Rows of people and their passwords. */
final class PersonTable {
    private static final String COLUMNS =
            "select name, roles, child_safety, disabled, must_change, on_shift_since, event_seq from person ";
    private static final String ALL = COLUMNS + "order by folded";
    private static final String FIND = COLUMNS + "where folded = ?";
    private static final String INSERT = """
        insert into person (folded, roles, child_safety, disabled, must_change, on_shift_since, event_seq, name)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String UPDATE = """
        update person
           set folded = ?, roles = ?, child_safety = ?, disabled = ?, must_change = ?, on_shift_since = ?, event_seq = ?
         where name = ?
        """;
    private static final String FIND_HASH = "select hash from person_password where folded = ?";
    private static final String UPDATE_HASH = "update person_password set hash = ? where folded = ?";
    private static final String INSERT_HASH = "insert into person_password (hash, folded) values (?, ?)";

    private PersonTable() {}

    /** @param seq the entry that told of it last */
    record Row(Member member, long seq) {}

    static List<Row> all(Handle handle) {
        return handle.createQuery(ALL).map((rows, _) -> row(rows)).list();
    }

    static boolean isEmpty(Handle handle) {
        return handle.createQuery("select name from person fetch first 1 row only")
                .mapTo(String.class)
                .findOne()
                .isEmpty();
    }

    static Optional<Row> find(Handle handle, String name) {
        return handle.createQuery(FIND)
                .bind(0, PersonName.folded(name))
                .map((rows, _) -> row(rows))
                .findOne();
    }

    static RowState insert(Handle handle, long seq, Member member) {
        handle.execute(INSERT, columns(member, seq));
        return StaffTables.PERSON.added(member.name(), values(member));
    }

    static RowState update(Handle handle, long seq, Row was, Member becomes) {
        handle.execute(UPDATE, columns(becomes, seq));
        return StaffTables.PERSON.changed(becomes.name(), was.seq(), values(becomes));
    }

    static Optional<PasswordHash> hash(Handle handle, String name) {
        return handle.createQuery(FIND_HASH)
                .bind(0, PersonName.folded(name))
                .mapTo(String.class)
                .findOne()
                .map(PasswordHash::parse);
    }

    static void setHash(Handle handle, String name, PasswordHash hash) {
        String folded = PersonName.folded(name);
        if (handle.execute(UPDATE_HASH, hash.text(), folded) == 0) {
            handle.execute(INSERT_HASH, hash.text(), folded);
        }
    }

    private static @Nullable Object[] columns(Member member, long seq) {
        @Nullable Object[] values = Arrays.copyOf(values(member), 8);
        values[6] = seq;
        values[7] = member.name();
        return values;
    }

    /** As {@link StaffTables#PERSON} names them. */
    private static @Nullable Object[] values(Member member) {
        Instant since = member.onShiftSince();
        return new @Nullable Object[] {
            PersonName.folded(member.name()),
            written(member.roles()),
            member.childSafety(),
            member.disabled(),
            member.mustChange(),
            since == null ? null : since.toEpochMilli()
        };
    }

    private static String written(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
    }

    private static Row row(ResultSet rows) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        for (String role : rows.getString(2).split(" ", -1)) {
            roles.add(Role.valueOf(role));
        }
        Long since = rows.getObject(6, Long.class);
        var member = new Member(
                rows.getString(1),
                roles,
                rows.getBoolean(3),
                rows.getBoolean(4),
                rows.getBoolean(5),
                since == null ? null : Instant.ofEpochMilli(since));
        return new Row(member, rows.getLong(7));
    }
}
