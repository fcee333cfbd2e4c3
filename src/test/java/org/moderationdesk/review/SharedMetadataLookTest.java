package org.moderationdesk.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.queue.FlaggedItems;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.SharedPeople;

/** What files say of themselves is read on a shared store, each person over a login of their own. */
@OnPostgres
final class SharedMetadataLookTest {
    private static final String NAME = "metadata_looks";
    private static final Person ADA = new Person("ada", Set.of(Role.ADMINISTRATOR), false);
    private static final Person RITA = new Person("rita", Set.of(Role.REVIEWER), true);
    private static final Person UNA = new Person("una", Set.of(Role.REVIEWER), false);
    private static final Look READ = new Look(0, LookForm.METADATA, 4_000, null);

    private final PostgresServer server = PostgresServer.shared();
    private final SharedStoreDoor door = new SharedStoreDoor(server.place(NAME));

    @Test
    void aMemberReadsItAndItIsRecordedInTheirNameOfWhatIsSealedToo() throws Exception {
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        SharedPeople.add(door, ADA, RITA, UNA);
        try (ReviewDesk owner = desk(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            flag(owner, "open", "5.3");
            flag(owner, "sealed", "8.1");
        }

        try (ReviewDesk una = desk("una", SharedPeople.SECRET)) {
            read(una, "open", UNA);
            assertThat(looks(una.store(), "open")).containsExactly(READ);
        }
        try (ReviewDesk rita = desk("rita", SharedPeople.SECRET)) {
            Opened opened = read(rita, "sealed", RITA);
            assertThat(opened.row().sealed()).isTrue();
            assertThat(looks(rita.store(), "sealed")).containsExactly(READ);
            assertThat(rita.wellbeing().ownDay(RITA).used()).isZero();
        }

        assertThat(server.number(NAME, "select count(*) from look where form = 'METADATA'"))
                .isEqualTo(2);
        try (ReviewDesk owner = desk(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            List<String> begun = owner.store().read(handle -> handle.createQuery(
                            "select person from event where body like '%METADATA%' and body like '%BEGUN%'")
                    .mapTo(String.class)
                    .list());
            assertThat(begun).as("that a sealed file was opened").containsExactly("rita");
            assertThat(owner.verify().intact()).isTrue();
        }
    }

    private static Opened read(ReviewDesk desk, String item, Person person) {
        Opened opened = desk.open(item, person);
        desk.review().looks().openMetadata(opened, 0);
        desk.review().looks().recordMetadata(opened, READ);
        return opened;
    }

    private static List<Look> looks(Store store, String item) {
        return store.read(handle -> new ItemLooks().looks(handle, item, 1, 0));
    }

    private ReviewDesk desk(String name, String password) throws StoreRefused {
        return new ReviewDesk(door.open(name, password, 2), InstantSource.system());
    }

    private static void flag(ReviewDesk desk, String id, String section) {
        var file = new MediaFile("media/" + id + ".png", null, null, null, null, null, Map.of());
        desk.flag(
                FlaggedItems.item(id, ItemKind.IMAGE, 1, null, FlaggedItems.author("u-1", "@u", null), null, null)
                        .with(List.of(file)),
                FlaggedItems.report("r-" + id, section));
    }
}
