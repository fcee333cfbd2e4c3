package org.moderationdesk.authorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.moderationdesk.authorities.AuthorityDesk.LEAD;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.authorities.Dossiers.Ask;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.HiddenTests;
import org.moderationdesk.emergency.Call;
import org.moderationdesk.emergency.Emergencies;
import org.moderationdesk.emergency.EmergencyKind;
import org.moderationdesk.emergency.OutcomeKind;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.NcmecKind;
import org.moderationdesk.referrals.Referral;
import org.moderationdesk.referrals.ReferralEvent.Entered;
import org.moderationdesk.referrals.ReferralEvent.Entered.Kind;
import org.moderationdesk.referrals.Standing;
import org.moderationdesk.referrals.Workspace;
import org.moderationdesk.settings.ReferralSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/** What the list of all referrals tells of those that a person brings to police, courts or emergency services. */
@OnBothStores
final class ReferralKindsTest {
    private static final Person REVIEWER = new Person("rita", Set.of(Role.REVIEWER), true);
    private static final String TO_EMERGENCY = """
        "referrals":[{"to":"EMERGENCY_SERVICES","why":"says to be on the way to somebody","threatToLife":true}],
        """;

    private final TestClock clock = new TestClock();
    private final Store store = TestStore.create();

    @TempDir
    private Path folder;

    private AuthorityDesk desk;
    private Workspace workspace;

    @BeforeEach
    void begin() {
        desk = new AuthorityDesk(store, folder, clock);
        workspace = new Workspace(
                store,
                desk.review().log(),
                List.of(new NcmecKind(), new AuthorityKind(), new EmergencyKind()),
                desk.review().decisions().approvals(),
                ReferralSettings::defaults,
                clock);
    }

    @AfterEach
    void close() {
        assertThat(desk.review().verify().intact()).isTrue();
        store.close();
    }

    @Test
    void aDossierIsADraftUntilItsReceiptIsEntered() throws IOException {
        desk.flag("A-1", "1.1");
        String referral = desk.refer("A-1", "1.1.1", true);
        assertThat(open().standing()).isEqualTo(Standing.TO_DO);

        Dossier made = desk.dossiers().make(LEAD, referral, new Ask(null, null, null), "NL", AuthorityDesk.EN);
        assertThat(open().standing()).isEqualTo(Standing.DRAFT);

        desk.dossiers().receipt(LEAD, made.id(), made.at().minusSeconds(30), "case 12", null);
        desk.dossiers().answer(LEAD, made.id(), made.at(), "taken on", null);
        assertThat(workspace.list(LEAD, "", 9).open()).isEmpty();
        assertThat(ended().standing()).isEqualTo(Standing.SENT);
        assertThat(entered(referral))
                .containsExactly(
                        tuple(Kind.DOSSIER, made.target()),
                        tuple(Kind.RECEIPT, "case 12"),
                        tuple(Kind.ANSWER, "taken on"));
        assertThat(workspace.list(REVIEWER, "", 9).ended())
                .as("who is told of no dossiers")
                .isEmpty();
    }

    @Test
    void whomToCallComesBeforeAllThatIsWritten() {
        desk.flag("A-1", "1.1");
        String written = desk.refer("A-1", "1.1.1", true);
        clock.advance(Duration.ofSeconds(30));
        desk.flag("A-2", "1.1");
        desk.remove("A-2", "1.1.1", TO_EMERGENCY);

        assertThat(workspace.list(LEAD, "", 9).open())
                .extracting(one -> one.line().to())
                .containsExactly(ReferralTarget.EMERGENCY_SERVICES, ReferralTarget.JUDICIAL_AUTHORITY);
        assertThat(workspace.list(LEAD, "", 9).open())
                .last()
                .extracting(one -> one.line().id())
                .isEqualTo(written);
    }

    @Test
    void aCallIsToBeSeenToUntilSomebodyWasReached() {
        desk.flag("A-2", "1.1");
        desk.remove("A-2", "1.1.1", TO_EMERGENCY);
        var emergencies = new Emergencies(
                store, desk.review().log(), new StoredItems(store, StoredQueue::openCases), HiddenTests.NONE, "NL");

        Call call = emergencies.call(REVIEWER, "A-2", Optional.empty(), Emergencies.Said.asScripted());
        assertThat(open().standing()).isEqualTo(Standing.TO_DO);
        emergencies.outcome(REVIEWER, call.id(), OutcomeKind.NOT_REACHED, null, "", "");
        assertThat(open().standing()).isEqualTo(Standing.TO_DO);

        Call again = emergencies.call(REVIEWER, "A-2", Optional.empty(), Emergencies.Said.asScripted());
        emergencies.outcome(REVIEWER, again.id(), OutcomeKind.TAKEN_OVER, null, "MK-7", "a car is on its way");
        assertThat(workspace.list(LEAD, "", 9).open()).isEmpty();
        assertThat(ended().standing()).isEqualTo(Standing.SENT);
        assertThat(entered(ended().line().id()))
                .containsExactlyInAnyOrder(
                        tuple(Kind.CALL, "112"),
                        tuple(Kind.NOT_REACHED, ""),
                        tuple(Kind.CALL, "112"),
                        tuple(Kind.REACHED, "MK-7"));
    }

    private Referral open() {
        return workspace.list(LEAD, "", 9).open().getFirst();
    }

    private Referral ended() {
        return workspace.list(LEAD, "", 9).ended().getFirst();
    }

    private List<Tuple> entered(String referral) {
        return workspace.read(LEAD, referral).orElseThrow().events().stream()
                .filter(Entered.class::isInstance)
                .map(Entered.class::cast)
                .map(event -> tuple(event.kind(), event.words()))
                .toList();
    }
}
