package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.referrals.FilingDesk.ANNA;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.FilingRefused.Why;
import org.moderationdesk.referrals.ReportDrafts.Content;
import org.moderationdesk.referrals.TestServer.Kind;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fault;
import org.moderationdesk.referrals.ncmec.Fields;
import org.moderationdesk.referrals.ncmec.IncidentType;
import org.moderationdesk.referrals.ncmec.Outline;
import org.moderationdesk.referrals.ncmec.OutlineSchema;
import org.moderationdesk.referrals.ncmec.Rule;
import org.moderationdesk.referrals.ncmec.Samples;
import org.moderationdesk.referrals.ncmec.XmlRefused;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

/** NCMEC's schema, fetched over TLS from a server of this test, kept, and held reports to. */
@OnBothStores
final class FetchedSchemaTest {
    private static final String TYPE = "report/incidentSummary/incidentType";

    private final TestClock clock = new TestClock();
    private final TestServer server = TestServer.overTls(clock);
    private final Store store = TestStore.create();
    private final Outline outline = Outline.read();
    private final Fields fields = new Fields(outline);

    @TempDir
    private Path folder;

    private FilingDesk desk;

    @BeforeEach
    void begin() {
        clock.advance(Duration.between(clock.instant(), Samples.CLOCK.instant()));
        desk = new FilingDesk(store, folder, clock);
        desk.sendTo(Environment.TEST);
        desk.environments().signInWith(ANNA, Environment.TEST, TestServer.LOGIN);
    }

    @AfterEach
    void close() {
        assertThat(desk.review().verify().intact()).isTrue();
        store.close();
        server.close();
    }

    @Test
    void itIsFetchedOverTlsKeptAndKnownToWhoeverAsksNext() throws XmlRefused {
        byte[] schema = desk.sending(server).fetchSchema(ANNA);

        assertThat(new String(schema, StandardCharsets.UTF_8)).isEqualTo(OutlineSchema.text());
        assertThat(server.base().getScheme()).isEqualTo("https");
        assertThat(server.seen()).containsExactly("/xsd");
        assertThat(schemas().keep(ANNA, schema)).isEqualTo(Sha256.of(schema));
        Schemas other = schemas();
        other.ready();
        assertThat(other.check(Samples.document("report"), java.util.List.of(Samples.document("file"))))
                .isEmpty();
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aReportThatOnlyTheFetchedSchemaRefusesIsRefusedAtItsFieldBeforeAnythingIsSent() throws Exception {
        server.schema(OutlineSchema.text().replaceAll("<xs:element name=\"groupIdentifier\"[^>]*/>", ""));
        Schemas schemas = schemas();
        String sha = schemas.keep(ANNA, desk.sending(server).fetchSchema(ANNA));
        String referral = desk.refer("A-1", true);
        clock.advance(Duration.ofMinutes(1));
        FilingDesk held = desk.checking(schemas);
        Content content = held.drafts().prepare(ANNA, referral).content();
        Element report = fields.with(content.report(), TYPE, IncidentType.CHILD_SEX_TOURISM.code());
        assertThat(held.drafts().check(new Content(report, content.files()))).isEmpty();

        Element refused = fields.with(report, "report/personOrUserReported[1]/groupIdentifier", "g-1");
        int unused = held.drafts().save(ANNA, referral, new Content(refused, content.files()), 0);

        assertThat(held.drafts().check(new Content(refused, content.files())))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.path()).isEqualTo("report/personOrUserReported[1]/groupIdentifier");
                    assertThat(fault.rule()).isEqualTo(Rule.REFUSED_BY_SCHEMA);
                });
        assertThatExceptionOfType(FilingRefused.class)
                .isThrownBy(() -> held.sending(server).begin(ANNA, referral))
                .satisfies(why -> {
                    assertThat(why.why()).isEqualTo(Why.INVALID);
                    assertThat(why.faults())
                            .extracting(Fault::path)
                            .containsExactly("report/personOrUserReported[1]/groupIdentifier");
                });
        assertThat(server.seen()).containsExactly("/xsd");
        assertThat(sha).hasSize(64);
        assertThat(unused).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Sign in</body></html>",
                "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:element name=\"order\"/></xs:schema>",
                "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:element name=\"report\"/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>",
                "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:include"
                    + " schemaLocation=\"http://127.0.0.1:1/x\"/><xs:element name=\"report\" type=\"t\"/><xs:element"
                    + " name=\"fileDetails\" type=\"t\"/></xs:schema>"
            })
    void whatIsNoSchemaOfReportsIsNotKeptAndTheOneBeforeHoldsOn(String wrong) throws XmlRefused {
        String before = schemas().keep(ANNA, desk.sending(server).fetchSchema(ANNA));
        server.schema(wrong);

        byte[] fetched = desk.sending(server).fetchSchema(ANNA);

        assertThatThrownBy(() -> schemas().keep(ANNA, fetched)).isInstanceOf(XmlRefused.class);
        String now = store.read(handle -> handle.createQuery("select sha256 from filing_schema")
                .mapTo(String.class)
                .one());
        assertThat(now).isEqualTo(before);
    }

    @Test
    void aHugeOneIsNotTakenIn() {
        server.schema(OutlineSchema.text() + " ".repeat(8_000_000));

        assertNotGiven();
        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUT_BEFORE", "CUT_AFTER", "HALF"})
    void oneThatDoesNotArriveWholeIsNotGiven(String how) {
        // Java itself asks again for what was only read, a few times.
        for (int i = 0; i < 10; i++) {
            server.trouble(What.SCHEMA, Kind.valueOf(how), 0);
        }

        assertNotGiven();
        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500, 302})
    void anAnswerOfAnotherStatusIsNoSchema(int status) {
        server.trouble(What.SCHEMA, Kind.STATUS, status);

        assertNotGiven();
    }

    @Test
    void aLoginThatIsNotKnownThereGetsNone() {
        desk.environments().signInWith(ANNA, Environment.TEST, new Login("desk", "another one"));

        assertNotGiven();
        assertThat(server.seen()).containsExactly("/xsd");
    }

    @Test
    void aServerThatProvesAnotherKeyIsNotSpokenTo() {
        try (TestServer strange = TestServer.overTls(clock)) {
            Sending sending = desk.sending((_, login) -> new HttpCybertipline(
                    strange.base(), java.net.http.HttpClient.newHttpClient(), login, Duration.ofSeconds(20)));

            assertThatExceptionOfType(FilingRefused.class)
                    .isThrownBy(() -> sending.fetchSchema(ANNA))
                    .satisfies(refused -> assertThat(refused.why()).isEqualTo(Why.NOT_GIVEN));
            assertThat(strange.seen()).isEmpty();
        }
    }

    @Test
    void whoMayNotChangeSettingsFetchesNone() {
        var reviewer = new Person("rik", Set.of(Role.REVIEWER), true);

        assertThatThrownBy(() -> desk.sending(server).fetchSchema(reviewer)).isInstanceOf(RightRefused.class);
        assertThat(server.seen()).isEmpty();
    }

    private void assertNotGiven() {
        assertThatExceptionOfType(FilingRefused.class)
                .isThrownBy(() -> desk.sending(server).fetchSchema(ANNA))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(Why.NOT_GIVEN));
    }

    private int kept() {
        return store.read(handle -> handle.createQuery("select count(*) from filing_schema")
                .mapTo(Integer.class)
                .one());
    }

    private Schemas schemas() {
        return new Schemas(store, desk.review().log(), outline, Samples.CLOCK);
    }
}
