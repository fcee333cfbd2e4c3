package org.moderationdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.SharedPeople;

/** What the server lets be done with kept views over a connection of somebody's own. */
@OnPostgres
class SharedLogViewsTest {
    private static final String NAME = "viewed";
    private static final Person VERA = new Person("vera", Set.of(Role.ADMINISTRATOR), true);
    private static final Person VIC = new Person("vic", Set.of(Role.TEAM_LEAD), false);
    private static final Person VIV = new Person("viv", Set.of(Role.TEAM_LEAD), false);
    private static final Person VITO = new Person("vito", Set.of(Role.TRAINER), false);

    private static PostgresServer server;
    private static SharedStoreDoor door;

    @BeforeAll
    static void prepare() throws StoreRefused {
        server = PostgresServer.shared();
        door = new SharedStoreDoor(server.place(NAME));
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        SharedPeople.add(door, VERA, VIC, VIV, VITO);
    }

    @Test
    void whatIsSharedIsReadByEverybodyAndChangedByItsOwnerAlone() throws StoreRefused {
        try (PostgresStore vics = door.open(VIC.name(), SharedPeople.SECRET);
                PostgresStore vivs = door.open(VIV.name(), SharedPeople.SECRET);
                PostgresStore veras = door.open(VERA.name(), SharedPeople.SECRET)) {
            LogView shared = view("v1", VIC, "Of @zaal4 together").sharedWith(true);
            LogView own = view("v2", VIC, "Alone");
            views(vics).keep(VIC, shared);
            views(vics).keep(VIC, own.asking(LogFilter.none().saying("zaal4")));
            assertThat(views(vivs).of(VIV)).extracting(LogView::id).containsExactly("v1");
            assertThatThrownBy(() -> views(vivs).forget(VIV, shared)).isInstanceOf(IllegalArgumentException.class);

            assertThat(through(VIV)).containsExactly("share what is one's own");
            assertThat(through(VITO)).isEmpty();
            assertThat(through(VERA)).containsExactly("take names out of what others keep");
            server.execute(NAME, "alter table log_view disable row level security");
            assertThat(through(VITO))
                    .as("a planted fault")
                    .contains("read what is not shared", "rename what is shared", "forget what is shared", "share");
            server.execute(NAME, "alter table log_view enable row level security");

            // Who is erased is in the views of people whose views the eraser does not see.
            veras.write(handle -> {
                new NamesInViews(veras).erase(handle, List.of("u-4", "zaal4"));
                return 1;
            });
            assertThat(views(vics).of(VIC)).containsExactlyInAnyOrder(own, shared.named("\u2026"));
            views(vics).forget(VIC, shared);
            assertThat(views(vivs).of(VIV)).isEmpty();
        }
    }

    /** What gets past the server, of what somebody could try with views that are not theirs. */
    private static List<String> through(Person person) {
        String mine = "'" + person.name() + "', 'x', ";
        Map<String, String> tries = new LinkedHashMap<>();
        tries.put("read what is not shared", changes("select 1 from log_view where id = 'v2'"));
        tries.put("rename what is shared", changes("update log_view set name = 'x' where id = 'v1'"));
        tries.put("forget what is shared", changes("delete from log_view where id = 'v1'"));
        tries.put("keep one for somebody else", "insert into log_view values ('v9', 'vic', 'x', false, '{}')");
        tries.put("share", "insert into log_view values ('v9', 'vic', 'x', true, '{}')");
        tries.put("share what is one's own", "insert into log_view values ('v9', " + mine + "true, '{}')");
        tries.put("take names out of what others keep", "select desk_erases_views('{\"zaal4\"}')");
        var through = new ArrayList<String>();
        tries.forEach((name, sql) -> {
            if (!server.refuses(NAME, person.name(), SharedPeople.SECRET, sql)) {
                through.add(name);
            }
        });
        return through;
    }

    /** Refused like a missing right where it finds no row: row security hides what may not be seen or changed. */
    private static String changes(String sql) {
        return sql.startsWith("select")
                ? "do $$ begin if not exists (" + sql + ") then raise insufficient_privilege; end if; end $$"
                : "do $$ declare n int; begin " + sql
                        + "; get diagnostics n = row_count; if n = 0 then raise insufficient_privilege; end if; end $$";
    }

    private static LogView view(String id, Person owner, String name) {
        return new LogView(id, owner.name(), name, false, LogFilter.none(), LogOrder.newestFirst(), List.of());
    }

    private static StoredLogViews views(Store store) {
        return new StoredLogViews(store, new StoredEventLog(store, InstantSource.system()));
    }
}
