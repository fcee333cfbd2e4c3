package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.referrals.TestServer.Kind;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Samples;
import org.moderationdesk.referrals.ncmec.Xml;

class HttpCybertiplineTest {
    private static final byte[] REPORT = Xml.write(Samples.document("report"));
    private static final String BOUNDARY = "a boundary of a test".replace(' ', '-');

    private final TestServer server = TestServer.start(Samples.CLOCK);
    private final Cybertipline way = server.way(TestServer.LOGIN, Duration.ofSeconds(20));

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReportGoesTheWholeWay(boolean tls) throws NoAnswer {
        try (TestServer other = tls ? TestServer.overTls(Samples.CLOCK) : TestServer.start(Samples.CLOCK)) {
            Cybertipline there = other.way(TestServer.LOGIN, Duration.ofSeconds(20));
            assertThat(Outcome.of(there.send(Call.reading(What.STATUS)))).isEqualTo(Outcome.DONE);
            Response opened = read(there.send(Call.document(What.OPEN, REPORT)));
            FileBody file = bytes(300_000);
            Response uploaded = read(there.send(Call.upload(id(opened), file, BOUNDARY)));
            assertThat(uploaded.hash()).isEqualTo(md5(file));
            byte[] details = details(id(opened), uploaded.fileId());
            assertThat(Outcome.of(there.send(Call.document(What.DESCRIBE, details))))
                    .isEqualTo(Outcome.DONE);
            Answer receipt = there.send(Call.ofReport(What.FINISH, id(opened), BOUNDARY));

            assertThat(read(receipt).files()).containsExactly(uploaded.fileId());
            assertThat(receipt.requestId()).startsWith("r-");
            assertThat(other.reports().in(TestReports.State.FINISHED))
                    .singleElement()
                    .satisfies(report -> {
                        assertThat(report.files()).singleElement().satisfies(kept -> assertThat(kept)
                                .hasSize(300_000));
                        assertThat(report.details()).hasSize(1);
                    });
        }
    }

    @Test
    void aServerThatNobodyProvesIsToldNothing() {
        try (TestServer other = TestServer.overTls(Samples.CLOCK)) {
            var stranger = new HttpCybertipline(
                    other.base(), HttpClient.newHttpClient(), TestServer.LOGIN, Duration.ofSeconds(20));

            assertThatThrownBy(() -> stranger.send(Call.document(What.OPEN, REPORT)))
                    .isInstanceOfSatisfying(NoAnswer.class, none -> assertThat(none.perhapsArrived())
                            .isFalse());
            assertThat(other.seen()).isEmpty();
        }
    }

    @Test
    void aWrongLoginIsAMatterOfSettingsThoughTheBodyIsEmpty() throws NoAnswer {
        Answer answer =
                server.way(new Login("desk", "wrong"), Duration.ofSeconds(20)).send(Call.document(What.OPEN, REPORT));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(Outcome.of(answer)).isEqualTo(Outcome.CONFIGURATION);
        assertThat(server.reports().count()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CUT_BEFORE", "CUT_AFTER", "SILENT", "HALF"})
    void anAnswerThatDoesNotComeInTimeMayHaveBeenDone(Kind kind) {
        server.trouble(What.OPEN, kind, 0);

        assertThatThrownBy(() ->
                        server.way(TestServer.LOGIN, Duration.ofSeconds(2)).send(Call.document(What.OPEN, REPORT)))
                .isInstanceOfSatisfying(NoAnswer.class, none -> assertThat(none.perhapsArrived())
                        .isTrue());
        assertThat(server.reports().count()).isEqualTo(kind == Kind.CUT_BEFORE ? 0 : 1);
        assertThat(server.seen()).as("nothing is sent twice by itself").containsExactly("/submit");
    }

    @Test
    void nobodyThereMeansThatNothingWasSent() {
        server.close();

        assertThatThrownBy(() -> way.send(Call.document(What.OPEN, REPORT)))
                .isInstanceOfSatisfying(NoAnswer.class, none -> assertThat(none.perhapsArrived())
                        .isFalse());
    }

    @Test
    void anAnswerThatIsNoDocumentIsLost() throws NoAnswer {
        server.trouble(What.OPEN, Kind.GARBAGE, 0);

        assertThat(Outcome.of(way.send(Call.document(What.OPEN, REPORT)))).isEqualTo(Outcome.LOST);
    }

    @ParameterizedTest
    @CsvSource({
        "0,DONE",
        "1000,RETRY",
        "1100,RETRY",
        "1110,RETRY",
        "1111,RETRY",
        "1210,PERMANENT",
        "1300,RETRY",
        "2000,CONFIGURATION",
        "3000,CONFIGURATION",
        "3100,CONFIGURATION",
        "3300,CONFIGURATION",
        "4000,PERMANENT",
        "4100,PERMANENT",
        "4110,PERMANENT",
        "4200,PERMANENT",
        "5001,REPORT_GONE",
        "5002,FILE_GONE",
        "5101,RETRACTED",
        "5102,FINISHED",
        "1999,RETRY",
        "2999,CONFIGURATION",
        "6000,PERMANENT",
        "-1,PERMANENT"
    })
    void everyCodeHasItsClassAndItsSentenceInBothLanguages(int code, Outcome outcome) throws NoAnswer {
        server.trouble(What.STATUS, Kind.CODE, code);

        Answer answer = way.send(Call.reading(What.STATUS));

        assertThat(read(answer).code()).isEqualTo(code);
        assertThat(Outcome.of(answer)).isEqualTo(outcome);
        for (Language language : Language.values()) {
            assertThat(AnswerWords.of(new Texts(language), outcome, code)).endsWith(".");
            assertThat(AnswerWords.of(new Texts(language), outcome, null)).endsWith(".");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401,CONFIGURATION",
        "403,CONFIGURATION",
        "404,PERMANENT",
        "429,RETRY",
        "500,RETRY",
        "503,RETRY",
        "302,PERMANENT"
    })
    void withoutADocumentTheStatusOfHttpDecides(int status, Outcome outcome) throws NoAnswer {
        server.trouble(What.STATUS, Kind.STATUS, status);

        assertThat(Outcome.of(way.send(Call.reading(What.STATUS)))).isEqualTo(outcome);
    }

    @Test
    void theServerKeepsTheOrderOfThings() throws NoAnswer {
        assertThat(code(Call.ofReport(What.FINISH, 1, BOUNDARY))).isEqualTo(5001);
        assertThat(code(Call.document(What.OPEN, "<report>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(4110);
        assertThat(code(Call.document(What.OPEN, "<report/>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(4100);
        long report = id(read(way.send(Call.document(What.OPEN, REPORT))));
        assertThat(code(Call.document(What.DESCRIBE, details(report, "0f")))).isEqualTo(5002);
        assertThat(code(Call.ofReport(What.UPLOAD, report, BOUNDARY))).isEqualTo(4200);
        assertThat(code(Call.ofReport(What.FINISH, report, BOUNDARY))).isZero();
        assertThat(code(Call.ofReport(What.FINISH, report, BOUNDARY))).isEqualTo(5102);
        assertThat(code(Call.ofReport(What.RETRACT, report, BOUNDARY))).isEqualTo(5102);
        long other = id(read(way.send(Call.document(What.OPEN, REPORT))));
        assertThat(code(Call.ofReport(What.RETRACT, other, BOUNDARY))).isZero();
        assertThat(code(Call.upload(other, bytes(3), BOUNDARY))).isEqualTo(5101);
    }

    @Test
    void theSchemaIsRead() throws NoAnswer {
        assertThat(new String(way.send(Call.reading(What.SCHEMA)).body(), StandardCharsets.UTF_8))
                .startsWith("<xs:schema");
    }

    @Test
    void theHostsAreFixedAndNoDoorTakesAnother() {
        assertThat(Environment.PRODUCTION.address()).hasToString("Optional[https://report.cybertip.org/ispws]");
        assertThat(Environment.TEST.address()).hasToString("Optional[https://exttest.cybertip.org/ispws]");
        assertThat(Environment.DISABLED.address()).isEmpty();
        assertThat(Modifier.isPublic(HttpCybertipline.class.getModifiers())).isFalse();
        assertThat(Modifier.isPublic(Reach.class.getModifiers())).isFalse();
        assertThat(Arrays.stream(Environment.class.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers())))
                .allMatch(field -> Modifier.isFinal(field.getModifiers()));
    }

    @Test
    void aLoginIsNotShown() {
        assertThat(TestServer.LOGIN.toString()).doesNotContain("desk").doesNotContain("password");
    }

    static FileBody bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return new FileBody() {
            @Override
            public long bytes() {
                return size;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    private static String md5(FileBody file) {
        try {
            return file.md5();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] details(long report, String file) {
        return Xml.write(new Element(
                "fileDetails", Map.of(), List.of(text("reportId", Long.toString(report)), text("fileId", file)), ""));
    }

    private static Element text(String name, String text) {
        return new Element(name, Map.of(), List.of(), text);
    }

    private int code(Call call) throws NoAnswer {
        return read(way.send(call)).code();
    }

    private static long id(Response response) {
        return Objects.requireNonNull(response.reportId());
    }

    private static Response read(Answer answer) {
        return Response.read(answer.body()).orElseThrow();
    }
}
