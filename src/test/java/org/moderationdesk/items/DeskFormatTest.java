package org.moderationdesk.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.items.LineRefused.Reason;

class DeskFormatTest {
    private static final Instant STARTED = Instant.parse("2026-11-03T00:00:00Z");
    private static final String REPORT = "{\"id\":\"r-1\",\"source\":\"USER\",\"at\":\"2026-11-02T12:25:00Z\"}";

    private final DeskFormat format = new DeskFormat(STARTED);

    @Test
    void theLineOfTheContractIsReadFieldByField() {
        FlaggedItem read = format.read(Lines.CONTRACT);

        Item item = read.item();
        assertThat(item.id()).isEqualTo("V-20418");
        assertThat(item.kind()).isEqualTo(ItemKind.VIDEO);
        assertThat(item.version()).isEqualTo(1);
        assertThat(item.postedAt()).isEqualTo("2026-11-02T12:22:00Z");
        assertThat(item.author().priorMeasures()).hasSize(1);
        assertThat(item.author().priorMeasures().getFirst().expiresAt()).isEqualTo("2026-12-01T09:00:00Z");
        assertThat(item.media().getFirst().durationMs()).isEqualTo(23_000);
        assertThat(item.transcript().getFirst().translations()).containsEntry("en", "Look, no glove");
        assertThat(item.live().viewers()).isEqualTo(310);
        assertThat(item.thread().getFirst().author()).isEqualTo("@a");
        assertThat(item.reach().viewsPerHour()).isEqualTo(950);
        assertThat(item.signals().getFirst().threshold()).isEqualTo(0.7);
        assertThat(item.hashes().getFirst().quality()).isEqualTo(92);
        assertThat(read.reports().getFirst().sections()).containsExactly("5.3");
        assertThat(item.extra()).isEmpty();
    }

    @Test
    void whatIsWrittenReadsAsTheSameItem() {
        FlaggedItem read = format.read(Lines.CONTRACT);

        assertThat(format.read(DeskFormat.write(read))).isEqualTo(read);
        assertThat(DeskFormat.write(format.read(DeskFormat.write(read)))).isEqualTo(DeskFormat.write(read));
    }

    @Test
    void unknownFieldsAreKeptAtEveryLevel() {
        FlaggedItem read = format.read("""
            {"id":"a","kind":"TEXT","mood":"calm","author":{"id":"u","pet":"cat"},"media":[{"codec":"av1"}],
             "transcript":[{"fromMs":0,"toMs":1,"text":"t","speaker":2}],"live":{"state":"ENDED","city":"Gent"},
             "thread":[{"id":"c","text":"t","likes":3}],"reach":{"saves":4},"signals":[{"name":"n","score":1,"v":5}],
             "hashes":[{"algorithm":"x","value":"y","z":[1,{"q":null}]}],
             "reports":[{"id":"r","source":"USER","at":"2026-11-02T12:25:00Z","via":"app"}]}\
            """.replace("\n", ""));

        Item item = read.item();
        assertThat(item.extra()).isEqualTo(Map.of("mood", "calm"));
        assertThat(item.author().extra()).isEqualTo(Map.of("pet", "cat"));
        assertThat(item.media().getFirst().extra()).isEqualTo(Map.of("codec", "av1"));
        assertThat(item.transcript().getFirst().extra()).isEqualTo(Map.of("speaker", 2L));
        assertThat(item.live().extra()).isEqualTo(Map.of("city", "Gent"));
        assertThat(item.thread().getFirst().extra()).isEqualTo(Map.of("likes", 3L));
        assertThat(item.reach().extra()).isEqualTo(Map.of("saves", 4L));
        assertThat(item.signals().getFirst().extra()).isEqualTo(Map.of("v", 5L));
        assertThat(item.hashes().getFirst().extra()).isEqualTo(Map.of("z", List.of(1L, Map.of())));
        assertThat(read.reports().getFirst().extra()).isEqualTo(Map.of("via", "app"));
        assertThat(format.read(DeskFormat.write(read))).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\":5",
                "\"language\":[\"nl\"]",
                "\"reach\":7",
                "\"reach\":{\"views\":\"many\"}",
                "\"live\":{\"state\":\"PAUSED\"}",
                "\"media\":[3]",
                "\"signals\":[{\"name\":\"no score\"}]",
                "\"author\":{\"handle\":\"@nobody\"}",
                "\"author\":{\"id\":\"u\",\"ageSource\":\"GUESSED\"}",
                "\"extra\":5",
                "\"extra\":{\"a\":1},\"a\":2",
                "\"big\":123456789012345678901234567890",
                "\"far\":1e999",
                "\"hashes\":[]"
            })
    void aFieldOfAnotherTypeIsAnotherFactAndComesBackAsItCame(String field) {
        FlaggedItem read = format.read(line(field));

        assertThat(format.read(DeskFormat.write(read))).isEqualTo(read);
    }

    @Test
    void aFieldOfAnotherTypeStandsUnderExtra() {
        assertThat(format.read(line("\"text\":5")).item().extra()).isEqualTo(Map.of("text", 5L));
    }

    @Test
    void anAccountNamesItselfAndAnotherItemsAuthorMayBeUnknown() {
        var account = format.read("{\"id\":\"u-9\",\"kind\":\"ACCOUNT\",\"reports\":[" + REPORT + "]}");
        var text = format.read("{\"id\":\"t-9\",\"kind\":\"TEXT\",\"reports\":[" + REPORT + "]}");

        assertThat(account.item().author().id()).isEqualTo("u-9");
        assertThat(text.item().author()).isNull();
        assertThat(account.item().version()).isEqualTo(1);
    }

    @Test
    void unknownSectionCodesAreKept() {
        var read = format.read("""
            {"id":"a","kind":"TEXT","reports":[{"id":"r","source":"USER","at":"2026-11-02T12:25:00Z",
             "sections":["5.3","77.9","no code"]}]}\
            """.replace("\n", ""));

        assertThat(read.reports().getFirst().sections()).containsExactly("5.3", "77.9", "no code");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "NOT_JSON|{\"id\":\"a\"",
                "NOT_JSON|hello",
                "NOT_JSON|{} {}",
                "NOT_JSON|{\"id\":\"a\",\"kind\":\"TEXT\",}",
                "NOT_JSON|{\"id\":NaN}",
                "NAME_TWICE|{\"id\":\"a\",\"id\":\"b\"}",
                "NOT_AN_OBJECT|[1,2]",
                "NOT_AN_OBJECT|\"text\"",
                "NOT_AN_OBJECT|17",
                "NOT_AN_OBJECT|null",
                "NO_ID|{\"kind\":\"TEXT\",\"reports\":[R]}",
                "NO_ID|{\"id\":\"\",\"kind\":\"TEXT\",\"reports\":[R]}",
                "NO_ID|{\"id\":5,\"kind\":\"TEXT\",\"reports\":[R]}",
                "BAD_ID|{\"id\":\"a\\u0007b\",\"kind\":\"TEXT\",\"reports\":[R]}",
                "BAD_ID|{\"id\":\"a\\ud800b\",\"kind\":\"TEXT\",\"reports\":[R]}",
                "NO_KIND|{\"id\":\"a\",\"reports\":[R]}",
                "UNKNOWN_KIND|{\"id\":\"a\",\"kind\":\"video\",\"reports\":[R]}",
                "UNKNOWN_KIND|{\"id\":\"a\",\"kind\":1,\"reports\":[R]}",
                "NO_REPORT|{\"id\":\"a\",\"kind\":\"TEXT\"}",
                "NO_REPORT|{\"id\":\"a\",\"kind\":\"TEXT\",\"reports\":[]}",
                "NO_REPORT|{\"id\":\"a\",\"kind\":\"TEXT\",\"reports\":{}}",
                "NO_REPORT|{\"id\":\"a\",\"kind\":\"TEXT\",\"reports\":[7]}",
                "REPORT_INCOMPLETE|{\"id\":\"a\",\"kind\":\"TEXT\",\"reports\":[{\"id\":\"r\"}]}",
                "REPORT_INCOMPLETE|{\"id\":\"a\",\"kind\":\"TEXT\",\"reports\":[R,7]}",
                "UNKNOWN_SOURCE|{\"id\":\"a\",\"kind\":\"TEXT\",\"reports\":[{\"id\":\"r\",\"source\":\"DOG\"}]}",
                "BAD_VERSION|{\"id\":\"a\",\"kind\":\"TEXT\",\"version\":\"2\",\"reports\":[R]}",
                "BAD_VERSION|{\"id\":\"a\",\"kind\":\"TEXT\",\"version\":-1,\"reports\":[R]}",
            })
    void refusesWhatTheContractRefuses(Reason reason, String line) {
        assertRefused(reason, line.replace("R", REPORT));
    }

    @ParameterizedTest
    @CsvSource({
        "BAD_TIME,2026-11-02T12:22:00",
        "BAD_TIME,2026-11-02",
        "BAD_TIME,yesterday",
        "BAD_TIME,2026-13-02T12:22:00Z",
        "BAD_TIME,''",
        "TIME_IN_FUTURE,2026-11-04T00:00:01Z",
        "TIME_IN_FUTURE,2026-11-04T00:30:00-01:00"
    })
    void refusesATimeWithoutZoneOrTooFarAhead(Reason reason, String time) {
        assertRefused(reason, line("\"postedAt\":\"" + time + "\""));
        assertRefused(reason, line("\"author\":{\"id\":\"u\",\"createdAt\":\"" + time + "\"}"));
        assertRefused(reason, line("\"live\":{\"state\":\"RUNNING\",\"startedAt\":\"" + time + "\"}"));
        assertRefused(reason, line("\"thread\":[{\"id\":\"c\",\"at\":\"" + time + "\"}]"));
        assertRefused(
                reason,
                line("\"author\":{\"id\":\"u\",\"priorMeasures\":[{\"measure\":\"STRIKE\",\"at\":\"" + time + "\"}]}"));
        assertRefused(
                reason,
                "{\"id\":\"a\",\"kind\":\"TEXT\",\"reports\":[{\"id\":\"r\",\"source\":\"USER\",\"at\":\"" + time
                        + "\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-02T12:22Z",
                "2026-11-02T12:22:00+01:00",
                "2026-11-02T12:22:00.123456789Z",
                "2026-11-02T12:22:00+0100",
                "2026-11-02T12:22:00+01",
                "2026-11-04T00:00:00Z"
            })
    void takesAnyIsoTimeWithAZone(String time) {
        assertThat(format.read(line("\"postedAt\":\"" + time + "\"")).item().postedAt())
                .isNotNull();
    }

    @Test
    void anExpiryMayLieInTheFuture() {
        var read = format.read(
                line(
                        "\"author\":{\"id\":\"u\",\"priorMeasures\":[{\"measure\":\"BAN\",\"expiresAt\":\"2030-01-01T00:00:00Z\"}]}"));

        assertThat(read.item().author().priorMeasures().getFirst().expiresAt()).isEqualTo("2030-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../x.png",
                "a/../../x.png",
                "a\\\\..\\\\..\\\\x.png",
                "C:\\\\x.png",
                "C:x.png",
                "\\\\\\\\server\\\\x",
                "~/x",
                "file:///x",
                ".",
                "a/..",
                "a\\u0000b"
            })
    void refusesAPathThatIsAbsoluteOrLeavesTheFolder(String path) {
        assertRefused(Reason.PATH_OUTSIDE, line("\"media\":[{\"path\":\"" + path + "\"}]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"media/x.png", "x.png", "a/../x.png", "./x.png", "..x/..y.png"})
    void takesAPathInsideTheFolder(String path) {
        assertThat(format.read(line("\"media\":[{\"path\":\"" + path + "\"}]"))
                        .item()
                        .media()
                        .getFirst()
                        .path())
                .isEqualTo(path);
    }

    @Test
    void refusesATextOverOneMegabyteWhereverItStands() {
        assertThat(format.read(line("\"text\":\"" + "x".repeat(1_000_000) + "\""))
                        .item()
                        .text())
                .hasSize(1_000_000);
        assertRefused(Reason.TEXT_TOO_LONG, line("\"text\":\"" + "x".repeat(1_000_001) + "\""));
        assertRefused(Reason.TEXT_TOO_LONG, line("\"text\":\"" + "é".repeat(500_001) + "\""));
        assertRefused(Reason.TEXT_TOO_LONG, line("\"mood\":[\"" + "x".repeat(1_000_001) + "\"]"));
        assertRefused(Reason.TEXT_TOO_LONG, line("\"" + "x".repeat(1_000_001) + "\":1"));
    }

    @Test
    void refusesNestingDeeperThanAHundred() {
        assertThat(format.read(line("\"deep\":" + "[".repeat(99) + "]".repeat(99)))
                        .item()
                        .extra())
                .containsKey("deep");
        assertRefused(Reason.TOO_DEEP, line("\"deep\":" + "[".repeat(100) + "]".repeat(100)));
        assertRefused(Reason.TOO_DEEP, "[".repeat(1_000_000));
        assertRefused(Reason.TOO_DEEP, line("\"deep\":" + "{\"a\":".repeat(100) + "1" + "}".repeat(100)));
    }

    @Test
    void refusesALineWhoseNumbersGrowBeyondTheStore() {
        assertRefused(Reason.LINE_TOO_LONG, line("\"n\":[1" + ",1e15".repeat(1_000_000) + "]"));
        assertRefused(Reason.LINE_TOO_LONG, " ".repeat(DeskFormat.LONGEST_LINE) + "{}");
    }

    @Test
    void aFractionBeyondWhatADoubleHoldsIsKeptAsItsText() {
        FlaggedItem read = format.read(line("\"n\":90071992547409930.70"));

        assertThat(read.item().extra()).containsEntry("n", "90071992547409930.70");
        assertThat(format.read(DeskFormat.write(read))).isEqualTo(read);
    }

    @Test
    void refusesANumberLongerThanAThousandDigits() {
        assertThat(format.read(line("\"n\":" + "9".repeat(1_000))).item().extra())
                .containsEntry("n", "9".repeat(1_000));
        assertRefused(Reason.NOT_JSON, line("\"n\":" + "9".repeat(1_001)));
        assertRefused(Reason.NOT_JSON, line("\"n\":0." + "9".repeat(100_000)));
    }

    @Test
    void refusesAnIdLongerThanTwoHundredWhoeverHasIt() {
        String id = "i".repeat(201);
        assertRefused(Reason.BAD_ID, "{\"id\":\"" + id + "\",\"kind\":\"TEXT\",\"reports\":[" + REPORT + "]}");
        assertRefused(Reason.BAD_ID, line("\"author\":{\"id\":\"" + id + "\"}"));
        assertRefused(Reason.BAD_ID, line("\"text\":\"\"").replace("r-1", id));
        assertThat(format.read("{\"id\":\"" + "i".repeat(200) + "\",\"kind\":\"TEXT\",\"reports\":[" + REPORT + "]}")
                        .item()
                        .id())
                .hasSize(200);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] line = line("\"text\":\"é\"").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> format.read(line))
                .isInstanceOfSatisfying(LineRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.NOT_UTF8));
    }

    @Test
    void halfASurrogatePairBecomesTheReplacementCharacter() {
        Item item = format.read(line("\"text\":\"a\\ud800b \\ud83d\\ude00\"")).item();

        assertThat(item.text()).isEqualTo("a\uFFFDb \uD83D\uDE00");
    }

    private void assertRefused(Reason reason, String line) {
        assertThatThrownBy(() -> format.read(line))
                .isInstanceOfSatisfying(LineRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private static String line(String field) {
        return "{\"id\":\"a\",\"kind\":\"TEXT\"," + field + ",\"reports\":[" + REPORT + "]}";
    }
}
