package org.moderationdesk.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.HiddenTests;
import org.moderationdesk.emergency.Emergencies.Said;
import org.moderationdesk.emergency.EmergencyRefused.Why;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.targets.SupportLines;
import org.moderationdesk.referrals.targets.Target;
import org.moderationdesk.referrals.targets.TargetsJson;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

@OnBothStores
class EmergenciesTest {
    private static final Person RITA = new Person("rita", Set.of(Role.REVIEWER), false);
    private static final Person LEAD = new Person("lena", Set.of(Role.TEAM_LEAD), true);
    private static final Person UNCLEARED = new Person("una", Set.of(Role.TEAM_LEAD), false);
    private static final Person ADMIN = new Person("ada", Set.of(Role.ADMINISTRATOR), true);

    private final TestClock clock = new TestClock();
    private final Store store = TestStore.create();
    private final ReviewDesk desk = new ReviewDesk(store, clock);
    private final Emergencies emergencies = with(HiddenTests.NONE);
    private final EmergencyNotices notices = new EmergencyNotices(new Calls(store), clock);

    @AfterEach
    void close() {
        assertThat(desk.verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void theScriptSaysWhomToCallThereAndWhatIsKnown() {
        desk.flag("A-1", "1.1");
        Script script = emergencies.script(RITA, "A-1", Optional.empty());

        assertThat(script.to().contact()).isEqualTo("112");
        assertThat(script.local()).isTrue();
        assertThat(script.who()).contains("@u", "u-1");
        assertThat(entries("SHOWN")).singleElement().satisfies(body -> assertThat(body)
                .contains("emergency"));

        Script abroad = emergencies.script(RITA, "A-1", Optional.of("be"));
        assertThat(abroad.region()).isEqualTo("BE");
        assertThat(abroad.local()).isFalse();
        assertThat(abroad.to().code()).isEqualTo("NL_112");

        var targets = new StoredTargets(store, desk.log());
        targets.set(ADMIN, 0, there(targets, "NL_112", "BE_101", "BE", "112", "101"));
        assertThat(emergencies.script(RITA, "A-1", Optional.of("BE")).to().contact())
                .isEqualTo("101");
    }

    @Test
    void aCallNeedsNobodyElseAndLeadsAreToldAtOnce() {
        desk.flag("A-1", "1.1");
        Call call = emergencies.call(RITA, "A-1", Optional.empty(), Said.asScripted());

        assertThat(call.number()).isEqualTo("112");
        assertThat(call.who()).contains("u-1");
        assertThat(call.isOpen()).isTrue();
        assertThat(notices.of(LEAD)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.EMERGENCY_CALLED);
            assertThat(notice.who()).isEqualTo("rita");
            assertThat(notice.itemId()).isEqualTo("A-1");
        });
        assertThat(notices.of(RITA)).isEmpty();
        assertThat(entries("EMERGENCY_CALLED")).singleElement().satisfies(body -> assertThat(body)
                .doesNotContain("u-1"));

        String key = notices.of(LEAD).getFirst().key();
        clock.advance(Duration.ofMinutes(4));
        emergencies.outcome(RITA, call.id(), OutcomeKind.TAKEN_OVER, null, "MK-7", "a car is on its way");
        assertThat(notices.of(LEAD)).singleElement().satisfies(notice -> assertThat(notice.key())
                .isNotEqualTo(key));
        assertThat(emergencies.newest(RITA, 9)).singleElement().satisfies(one -> {
            assertThat(one.isOpen()).isFalse();
            assertThat(one.outcomes()).singleElement().satisfies(outcome -> {
                assertThat(outcome.endedAt()).isEqualTo(clock.instant());
                assertThat(outcome.reference()).isEqualTo("MK-7");
                assertThat(outcome.words()).isEqualTo("a car is on its way");
            });
        });
    }

    @Test
    void whoWasNotReachedIsStillToBeCalled() {
        desk.flag("A-1", "1.1");
        Call call = emergencies.call(
                RITA, "A-1", Optional.empty(), new Said("a name", "a street", "a post", "0031-112", null));
        emergencies.outcome(RITA, call.id(), OutcomeKind.NOT_REACHED, null, "", "");

        assertThat(emergencies.newest(RITA, 9)).singleElement().satisfies(one -> {
            assertThat(one.isOpen()).isTrue();
            assertThat(one.where()).isEqualTo("a street");
            assertThat(one.number()).isEqualTo("0031-112");
        });
    }

    @Test
    void whatCannotBeIsRefused() {
        desk.flag("A-1", "1.1");
        desk.flag("C-1", "8.1");
        Call call = emergencies.call(LEAD, "C-1", Optional.empty(), Said.asScripted());

        assertThat(emergencies.newest(UNCLEARED, 9)).isEmpty();
        assertThat(notices.of(UNCLEARED)).isEmpty();
        assertRefused(
                Why.NO_SUCH_CALL, () -> emergencies.outcome(UNCLEARED, call.id(), OutcomeKind.ADVISED, null, "", ""));
        assertRefused(Why.NO_SUCH_ITEM, () -> emergencies.script(UNCLEARED, "C-1", Optional.empty()));
        assertRefused(Why.NO_SUCH_ITEM, () -> emergencies.script(RITA, "none", Optional.empty()));
        assertRefused(Why.REGION, () -> emergencies.script(RITA, "A-1", Optional.of("Belgium")));
        assertRefused(
                Why.TIME,
                () -> emergencies.call(
                        RITA,
                        "A-1",
                        Optional.empty(),
                        new Said(null, null, null, null, clock.instant().plus(Duration.ofHours(1)))));
        assertRefused(
                Why.TIME,
                () -> emergencies.outcome(
                        LEAD, call.id(), OutcomeKind.ADVISED, clock.instant().minus(Duration.ofHours(1)), "", ""));
        assertRefused(
                Why.WORDS,
                () -> emergencies.call(
                        RITA, "A-1", Optional.empty(), new Said("a".repeat(2_001), null, null, null, null)));
        assertThatExceptionOfType(RightRefused.class)
                .isThrownBy(() -> emergencies.call(ADMIN, "A-1", Optional.empty(), Said.asScripted()));
        assertRefused(Why.TEST, () -> with(_ -> Set.of("A-1")).script(RITA, "A-1", Optional.empty()));
        assertThat(emergencies.newest(RITA, 9)).isEmpty();
    }

    @Test
    void whoHelpsIsSaidInTheNoticeInBothLanguagesByRegion() {
        assertThat(SupportLines.notice(emergencies.support("NL"), new Texts(Language.NL)))
                .contains("113 Zelfmoordpreventie, 0800-0113; 113.nl", "alarmnummer");
        assertThat(SupportLines.notice(emergencies.support("NL"), new Texts(Language.EN)))
                .contains("113 Suicide prevention, 0800-0113");
        assertThat(emergencies.support("BE")).extracting(Target::code).containsExactly("NL_113");
        var targets = new StoredTargets(store, desk.log());
        targets.set(ADMIN, 0, there(targets, "NL_113", "BE_1813", "BE", "0800-0113; 113.nl", "1813"));
        assertThat(emergencies.support("be")).extracting(Target::code).containsExactly("BE_1813");
        assertThat(SupportLines.notice(List.of(), new Texts(Language.NL))).isEmpty();
    }

    private Emergencies with(HiddenTests tests) {
        return new Emergencies(store, desk.log(), new StoredItems(store, StoredQueue::openCases), tests, "NL");
    }

    private List<String> entries(String kind) {
        return store.read(handle -> handle.createQuery("select body from event where kind = ?")
                .bind(0, kind)
                .mapTo(String.class)
                .list());
    }

    /** A target like another one, of another state. */
    private static Target there(
            StoredTargets targets, String like, String code, String state, String contact, String other) {
        String json = CanonicalJson.write(
                TargetsJson.toMap(targets.inForce().find(like).orElseThrow()));
        return TargetsJson.one(json.replace('"' + like + '"', '"' + code + '"')
                .replace("\"jurisdiction\":\"NL\"", "\"jurisdiction\":\"" + state + '"')
                .replace("\"contact\":\"" + contact + '"', "\"contact\":\"" + other + '"'));
    }

    private static void assertRefused(Why why, ThrowingCallable act) {
        assertThatExceptionOfType(EmergencyRefused.class).isThrownBy(act).satisfies(refused -> assertThat(refused.why())
                .isEqualTo(why));
    }
}
