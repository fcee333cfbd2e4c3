package org.moderationdesk.authorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.moderationdesk.authorities.AuthorityDesk.ADMIN;
import static org.moderationdesk.authorities.AuthorityDesk.LEAD;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.authorities.AuthorityRefused.Why;
import org.moderationdesk.authorities.Dossiers.Ask;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.orders.NewOrder;
import org.moderationdesk.orders.Order;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.orders.StepKind;
import org.moderationdesk.orders.Subject;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.ReferralEvent;
import org.moderationdesk.retention.DataClass;
import org.moderationdesk.retention.Retention;

/** When documents of dossiers and of orders go. */
@OnBothStores
class ErasedDossierTest {
    private static final Duration YEAR = Duration.ofDays(365);

    private final TestClock clock = new TestClock();
    private final Store store = TestStore.create();

    @TempDir
    private Path folder;

    private AuthorityDesk desk;

    @BeforeEach
    void begin() {
        desk = new AuthorityDesk(store, folder, clock);
        retention().set(ADMIN, DataClass.PAPERS, Optional.of(200));
        desk.flag("A-1", "1.1");
    }

    @AfterEach
    void close() {
        assertThat(desk.review().verify().intact()).isTrue();
        store.close();
    }

    @Test
    void aDossierThatWentOutKeepsItsProofAndLosesItsWords() throws IOException {
        String referral = desk.refer("A-1", "1.1.1", true);
        Dossier made = desk.dossiers().make(LEAD, referral, new Ask(null, null, null), "NL", AuthorityDesk.EN);
        clock.advance(YEAR.multipliedBy(2));
        assertThat(run()).as("it still has to go out").isZero();
        Receipt receipt = desk.dossiers().receipt(LEAD, made.id(), clock.instant(), "PL-1", new byte[] {1});
        clock.advance(Duration.ofDays(201));

        assertThat(run()).isEqualTo(1);

        assertThat(count("dossier_paper")).isZero();
        assertThat(desk.dossiers().ofReferral(LEAD, referral)).singleElement().satisfies(one -> {
            assertThat(one.document()).isNull();
            assertThat(one.line().dossier()).isEqualTo(made);
            assertThat(one.line().receipts()).containsExactly(receipt);
        });
        assertThatExceptionOfType(AuthorityRefused.class)
                .isThrownBy(() -> desk.dossiers().document(LEAD, receipt))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(Why.PAPERS_ERASED));
        assertThatExceptionOfType(AuthorityRefused.class)
                .isThrownBy(() -> desk.dossiers().documents(LEAD, made.id()))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(Why.PAPERS_ERASED));
        List<ReferralEvent> events = store.read(handle -> new AuthorityKind().events(handle, referral));
        assertThat(events)
                .filteredOn(ReferralEvent.PapersErased.class::isInstance)
                .hasSize(1);
        assertThat(run()).as("once").isZero();
    }

    @Test
    void aPaperThatIsGoneAndWasNotErasedIsNoErasure() throws IOException {
        String referral = desk.refer("A-1", "1.1.1", true);
        Dossier made = desk.dossiers().make(LEAD, referral, new Ask(null, null, null), "NL", AuthorityDesk.EN);
        int unused = store.write(handle -> handle.execute("delete from dossier_paper"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> desk.dossiers().documents(LEAD, made.id()));
    }

    @Test
    void documentsOfAnOrderStayWhileItIsOpenOrPreserves() {
        assertThat(desk.refer("A-1", "1.1.1", true)).isNotEmpty();
        Order asked = order(OrderKind.INFORMATION, null);
        Order kept = order(OrderKind.PRESERVATION, clock.instant().plus(YEAR.multipliedBy(2)));
        clock.advance(YEAR);
        assertThat(run()).as("open").isZero();
        var _ = orders().step(LEAD, asked.id(), StepKind.DONE, clock.instant(), "handed over to them", new byte[] {7});
        var _ = orders().step(LEAD, kept.id(), StepKind.DONE, clock.instant(), "preserved as they ask", null);
        clock.advance(Duration.ofDays(201));
        assertThat(run()).as("held by the one that preserves").isZero();

        clock.advance(YEAR.minusDays(10));
        assertThat(run()).as("it no longer preserves").isEqualTo(1);
        assertThat(count("authority_order_paper")).isEqualTo(1);
        clock.advance(Duration.ofDays(20));
        assertThat(run()).as("nor has for as long as papers are kept").isEqualTo(1);
        assertThat(count("authority_order_paper")).isZero();
        assertThat(orders().document(LEAD, asked.id(), "0".repeat(64))).isEmpty();
        assertThat(orders().all(LEAD, 9)).hasSize(2);
    }

    private Orders orders() {
        return new Orders(store, desk.review().log(), clock);
    }

    private Order order(OrderKind kind, @Nullable Instant until) {
        return orders().record(
                        LEAD,
                        new NewOrder(
                                kind,
                                "EU_LE_OTHER",
                                "An authority",
                                "REF-" + kind,
                                "called back",
                                clock.instant().atOffset(ZoneOffset.UTC),
                                Duration.ofDays(1),
                                until,
                                false,
                                false,
                                List.of(new Subject("A-1", "")),
                                ("the order itself, " + kind).getBytes(StandardCharsets.UTF_8)));
    }

    private Retention retention() {
        return new Retention(store, desk.review().log(), new MediaStore(folder.resolve("desk-media"), store), clock);
    }

    private long run() {
        return Optional.ofNullable(
                        retention().run(ADMIN, Progress.NONE).classes().get(DataClass.PAPERS))
                .orElseThrow()
                .goes();
    }

    private long count(String table) {
        return store.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }
}
