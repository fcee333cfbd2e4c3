package org.moderationdesk.referrals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Ids;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.RowState;
import org.moderationdesk.referrals.FilingRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Where reports to NCMEC go from this desk, and what it signs in there with. Nowhere, until somebody says otherwise; to the
 * CyberTipline itself only once a second person confirms it. Which host that is nothing sets. Not for the JavaFX thread.
 */
public final class Environments {
    private static final String LOGIN = "select login_name, login_word from filing_login where environment = ?";
    private static final String KNOWN = "select environment from filing_login";
    private static final String UPDATE =
            "update filing_login set login_name = ?, login_word = ?, set_by = ?, set_at = ? where environment = ?";
    private static final String INSERT = """
        insert into filing_login (login_name, login_word, set_by, set_at, environment) values (?, ?, ?, ?, ?)
        """;

    private final Store store;
    private final EventLog log;

    /**
     * How it stands.
     *
     * @param inForce where reports go now
     * @param asked a wish for production that nobody has confirmed; null for none
     * @param logins for which environments there is a login
     */
    public record Now(Environment inForce, @Nullable Asked asked, Set<Environment> logins) {
        public Now {
            logins = Set.copyOf(logins);
        }

        public boolean hasLogin() {
            return logins.contains(inForce);
        }
    }

    /** A wish for production. */
    public record Asked(String id, String by, Instant at) {}

    public Environments(Store store, EventLog log) {
        this.store = store;
        this.log = log;
    }

    /** For whoever sends, or may set it; it tells no secret. */
    public Now now(Person person) {
        if (!Rights.has(person, Right.FILE_REPORTS)) {
            Rights.require(person, Right.CHANGE_SETTINGS);
        }
        return store.read(handle -> new Now(
                EnvironmentRow.inForce(handle),
                EnvironmentRow.newest(handle)
                        .filter(EnvironmentRow::waits)
                        .map(row -> new Asked(row.id(), row.askedBy(), Instant.ofEpochMilli(row.askedAt())))
                        .orElse(null),
                handle.createQuery(KNOWN)
                        .mapTo(String.class)
                        .map(Environment::valueOf)
                        .set()));
    }

    /** Sets it at once; for production it only asks for a second person. */
    public void choose(Person person, Environment environment) {
        Rights.require(person, Right.CHANGE_SETTINGS);
        var _ = log.record(person.name(), act -> {
            var row = new EnvironmentRow(
                    Ids.next(act.at()), environment, person.name(), act.at().toEpochMilli(), null, null, 0);
            return tell(act, row.waits() ? "asked" : "set", environment, row.insert(act));
        });
    }

    /**
     * Confirms a wish for production.
     *
     * @throws FilingRefused where there is none any more, or it is this person's own
     */
    public void confirm(Person person, String id) {
        Rights.require(person, Right.CHANGE_SETTINGS);
        var _ = log.record(person.name(), act -> {
            EnvironmentRow row = EnvironmentRow.newest(act.handle())
                    .filter(one -> one.id().equals(id) && one.waits())
                    .orElseThrow(() -> new FilingRefused(Why.NOT_ASKED));
            if (row.askedBy().equals(person.name())) {
                throw new FilingRefused(Why.SAME_PERSON);
            }
            return tell(act, "confirmed", row.environment(), row.confirm(act));
        });
    }

    /** Keeps what NCMEC gave to sign in with; the log is told that it was set, and nothing of it. */
    public void signInWith(Person person, Environment environment, Login login) {
        Rights.require(person, Right.CHANGE_SETTINGS);
        if (!environment.isSending()) {
            throw new IllegalArgumentException("nothing to sign in to");
        }
        var _ = log.record(person.name(), act -> {
            Object[] values = {
                login.user(), login.password(), person.name(), act.at().toEpochMilli(), environment.name()
            };
            if (act.handle().execute(UPDATE, values) == 0) {
                act.handle().execute(INSERT, values);
            }
            return act.append(new Entry(
                    EventKind.SETTING_CHANGED,
                    null,
                    null,
                    Map.of("setting", "ncmec-login", "environment", environment.name()),
                    List.of()));
        });
    }

    /** What to sign in with; empty where nobody has set it. */
    Optional<Login> login(Environment environment) {
        return store.read(handle -> login(handle, environment));
    }

    private static Optional<Login> login(Handle handle, Environment environment) {
        return handle.createQuery(LOGIN)
                .bind(0, environment.name())
                .map((row, _) -> new Login(row.getString("login_name"), row.getString("login_word")))
                .findOne();
    }

    private static long tell(Act act, String what, Environment environment, RowState row) {
        return act.append(new Entry(
                EventKind.SETTING_CHANGED,
                null,
                null,
                Map.of("setting", "ncmec-environment", "environment", environment.name(), "act", what),
                List.of(row)));
    }
}
