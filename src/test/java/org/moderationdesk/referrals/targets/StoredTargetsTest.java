package org.moderationdesk.referrals.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.targets.TargetsRefused.Why;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

@OnBothStores
class StoredTargetsTest {
    private static final Person ADMIN = new Person("ada", Set.of(Role.ADMINISTRATOR), true);
    private static final Person LEAD = new Person("lena", Set.of(Role.TEAM_LEAD), true);

    private final Store store = TestStore.create();
    private final ReviewDesk desk = new ReviewDesk(store, new TestClock());
    private final StoredTargets targets = new StoredTargets(store, desk.log());

    @AfterEach
    void close() {
        assertThat(desk.verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void whatCameWithTheDeskIsInForceInBothLanguages() {
        Targets shipped = targets.inForce();

        assertThat(shipped.version()).isZero();
        assertThat(shipped.all())
                .extracting(Target::code)
                .containsExactly(
                        "NL_112",
                        "NL_POLICE",
                        "EU_LE_OTHER",
                        "EUROPOL",
                        "TCO_14_5",
                        "TCO_ORDER",
                        "NL_ATKM_CSAM",
                        "NL_OFFLIMITS",
                        "NCMEC",
                        "UK_NCA",
                        "IWF_INHOPE",
                        "NL_113",
                        "DSC_ACM",
                        "TAKE_IT_DOWN");
        assertThat(shipped.find("TCO_ORDER").orElseThrow().within()).contains(Duration.ofHours(1));
        assertThat(shipped.find("NL_ATKM_CSAM").orElseThrow().within()).contains(Duration.ofHours(12));
        assertThat(shipped.find("NL_POLICE").orElseThrow().within()).isEmpty();
        assertThat(shipped.find("NCMEC").orElseThrow().preservationDays()).isEqualTo(365);
        assertThat(shipped.find("NL_112").orElseThrow().contact()).isEqualTo("112");
        assertThat(shipped.serving(Purpose.ARTICLE_18))
                .extracting(Target::code)
                .containsExactly("NL_POLICE", "EU_LE_OTHER", "EUROPOL");
        assertThat(targets.history(10)).isEmpty();
    }

    @Test
    void whatAnAdministratorSetsIsAVersionOfItsOwnAndTheOneBeforeStays() {
        Targets first = targets.set(ADMIN, 0, AddedTarget.police("BE_POLICE", "BE", 0));
        Targets second = targets.set(ADMIN, first.version(), preserved("NCMEC", 400));

        assertThat(targets.inForce()).isEqualTo(second);
        assertThat(second.version()).isEqualTo(2);
        assertThat(targets.version(1)).contains(first);
        assertThat(targets.version(0)).contains(TargetsJson.shipped());
        assertThat(targets.version(3)).isEmpty();
        assertThat(targets.history(10))
                .extracting(TargetsVersion::version, TargetsVersion::by, TargetsVersion::changed)
                .containsExactly(tuple(2, "ada", List.of("NCMEC")), tuple(1, "ada", List.of("BE_POLICE")));
        assertThat((int) store.read(handle -> StoredTargets.preservationDays(handle, "NCMEC")))
                .isEqualTo(400);
        Targets third = targets.remove(ADMIN, 2, "BE_POLICE");
        assertThat(third.find("BE_POLICE")).isEmpty();
    }

    @Test
    void whatCannotStandIsRefusedAndChangesNothing() {
        assertRefused(Why.TOO_SHORT, () -> targets.set(ADMIN, 0, preserved("NCMEC", 364)));
        assertRefused(Why.SHIPPED, () -> targets.remove(ADMIN, 0, "NCMEC"));
        assertRefused(Why.NO_SUCH_TARGET, () -> targets.remove(ADMIN, 0, "BE_POLICE"));
        assertRefused(
                Why.NOTHING_NEW,
                () -> targets.set(ADMIN, 0, targets.inForce().find("NCMEC").orElseThrow()));
        assertRefused(Why.CHANGED_MEANWHILE, () -> targets.set(ADMIN, 7, preserved("NCMEC", 400)));
        assertThatExceptionOfType(RightRefused.class).isThrownBy(() -> targets.set(LEAD, 0, preserved("NCMEC", 400)));

        assertThat(targets.inForce().version()).isZero();
    }

    @Test
    void whatIsNoTargetIsSaidByItsField() {
        String json = CanonicalJson.write(TargetsJson.toMap(AddedTarget.police("BE_POLICE", "BE", 0)));

        assertThat(TargetsJson.one(json)).isEqualTo(AddedTarget.police("BE_POLICE", "BE", 0));
        assertFormat(json.replace("\"PROMPT\"", "\"SOON\""), "a deadline");
        assertFormat(json.replace("\"PROMPT\"", "\"PT-1H\""), "a deadline");
        assertFormat(json.replace("\"BE\"", "\"Belgium\""), "a jurisdiction");
        assertFormat(json.replace("\"PHONE\"", "\"PIGEON\""), "channel");
        assertFormat(json.replace("\"contact\":\"101\",", ""), "contact");
        assertFormat(json.replace("{\"channel\"", "{\"chanel\":1,\"channel\""), "chanel");
        assertFormat(json.replace("\"en\":\"Police\"", "\"en\":\" \""), "name");
        assertFormat("[]", "JSON");
        assertFormat("nothing", "JSON");
    }

    private static void assertFormat(String json, String field) {
        assertThatExceptionOfType(TargetsRefused.class)
                .isThrownBy(() -> TargetsJson.one(json))
                .satisfies(refused -> {
                    assertThat(refused.why()).isEqualTo(Why.FORMAT);
                    assertThat(refused.what()).contains(field);
                });
    }

    private static void assertRefused(Why why, Runnable act) {
        assertThatExceptionOfType(TargetsRefused.class)
                .isThrownBy(act::run)
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private Target preserved(String code, int days) {
        Target was = targets.inForce().find(code).orElseThrow();
        String json = CanonicalJson.write(TargetsJson.toMap(was));
        return TargetsJson.one(json.replace("\"preservationDays\":365", "\"preservationDays\":" + days));
    }
}
