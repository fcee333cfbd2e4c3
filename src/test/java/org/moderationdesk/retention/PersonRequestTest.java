package org.moderationdesk.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.retention.RetentionDesk.ADMIN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.retention.RetentionRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Erasure of, and access for, a person concerned. */
@OnBothStores
class PersonRequestTest {
    @TempDir
    private Path folder;

    private RetentionDesk desk;

    @BeforeEach
    void open() {
        desk = new RetentionDesk(folder);
    }

    @AfterEach
    void close() {
        assertThat(desk.verifies()).isTrue();
        desk.close();
    }

    @Test
    void allThatIsHeldOfAPersonGoesAndTheLogStillVerifies() {
        String file = desk.flag("A-1", "u-1", "one");
        desk.flag("B-1", "u-2", "two", "u-1", "5.3", "USER");
        desk.decide("A-1");
        desk.decide("B-1");
        PersonErasure.Extent plan = desk.erasure().plan(ADMIN, "u-1");

        PersonErasure.Extent done = desk.erasure().erase(ADMIN, "u-1", "R-2026/12", Progress.NONE);

        assertThat(plan).isEqualTo(new PersonErasure.Extent(1, 1, Map.of(), true));
        assertThat(done).isEqualTo(plan);
        assertThat(desk.media().blob(file)).isEmpty();
        assertThat(desk.number(
                        "select count(*) from account where id = 'u-1' and handle is null and display_name is null"))
                .isEqualTo(1);
        assertThat(desk.number("select count(*) from report where reporter = 'u-1'"))
                .isZero();
        assertThat(desk.number("select count(*) from report_source where reporter = 'u-1'"))
                .isZero();
        assertThat(desk.number("select count(*) from open_case where item_id = 'A-1' and excerpt <> ''"))
                .isZero();
        assertThat(desk.number("select count(*) from personal_text")).isEqualTo(1);
        assertThat(desk.intake().file("A-1").item().text()).isNull();
        assertThat(desk.intake().file("B-1").item().text()).isEqualTo(RetentionDesk.TEXT);
        assertThat(desk.entries("SEARCHED")).hasSize(1);
        assertThat(desk.entries("ERASED"))
                .last()
                .asString()
                .contains("\"account\":\"u-1\"", "\"reference\":\"R-2026/12\"", "\"whole\":true");
        assertThat(desk.erasure()
                        .erase(ADMIN, "u-1", "R-2026/12", Progress.NONE)
                        .account())
                .isTrue();
    }

    @Test
    void whatIsUnderAHoldStaysAndWithItTheAccount() {
        desk.flag("A-1", "u-1", "one");
        desk.flag("A-2", "u-1", "two");
        desk.decide("A-1");

        PersonErasure.Extent done = desk.erasure().erase(ADMIN, "u-1", "R-1", Progress.NONE);

        assertThat(done).isEqualTo(new PersonErasure.Extent(1, 0, Map.of(HoldKind.OPEN_CASE, 1L), false));
        assertThat(desk.intake().file("A-1").item().text()).isNull();
        assertThat(desk.intake().file("A-2").item().text()).isEqualTo(RetentionDesk.TEXT);
        assertThat(desk.number("select count(*) from account where handle = '@u-1'"))
                .isEqualTo(1);

        var unused = desk.retention().hold(ADMIN, Hold.Subject.ACCOUNT, "u-1", HoldKind.LEGAL, "as the court asks");
        String before = desk.everything();
        assertRefused(Why.HELD, () -> desk.erasure().erase(ADMIN, "u-1", "R-1", Progress.NONE));
        assertRefused(Why.HELD, () -> access("u-1", "held.json"));
        assertThat(desk.everything()).isEqualTo(before);
        assertThat(Files.exists(folder.resolve("held.json"))).isFalse();
    }

    @Test
    void anOpenAppealIsToldAsSuch() {
        desk.flag("A-1", "u-1", "one", "u-1", "5.3", "APPEAL");

        assertThat(desk.erasure().plan(ADMIN, "u-1").held()).isEqualTo(Map.of(HoldKind.APPEAL, 2L));
    }

    @Test
    void anActThatFailsLeavesTheStoreAsItWas() {
        desk.flag("A-1", "u-1", "one");
        desk.decide("A-1");
        String before = desk.everything();
        long unused = desk.store().write(handle -> handle.execute("alter table erased rename column at to at_other"));

        assertThatThrownBy(() -> desk.erasure().erase(ADMIN, "u-1", "R-1", Progress.NONE))
                .isInstanceOf(RuntimeException.class);

        assertThat(desk.everything()).isEqualTo(before);
        unused = desk.store().write(handle -> handle.execute("alter table erased rename column at_other to at"));
        assertThat(desk.erasure().erase(ADMIN, "u-1", "R-1", Progress.NONE).account())
                .isTrue();
    }

    @Test
    void theAnswerHoldsWhatIsTheirsAndNothingOfOthers() throws IOException {
        desk.flag("A-1", "u-1", "one");
        desk.flag("B-1", "u-2", "two", "u-1", "5.3", "USER");
        desk.decide("A-1");
        Files.writeString(folder.resolve("taken.json"), "before");

        AccessExport.Written written = access("u-1", "taken.json");

        String json = Files.readString(written.json());
        JsonNode answer = JsonMapper.shared().readTree(json);
        assertThat(answer.at("/items/0/item/text").asString()).isEqualTo(RetentionDesk.TEXT);
        assertThat(answer.at("/items/0/decisions/0/rationale").asString()).isEqualTo("a rationale about them");
        assertThat(answer.at("/items/0/reports/0/sections/0").asString()).isEqualTo("5.3");
        assertThat(answer.at("/items/0/practiceNotes/0/words").asString()).isEqualTo("said of a copy");
        assertThat(Files.readString(written.text())).contains("What trainers said of copies", "said of a copy");
        assertThat(answer.at("/known/handle").asString()).isEqualTo("@u-1");
        assertThat(answer.at("/reportsMade/0/note").asString()).isEqualTo("a note");
        String text = Files.readString(written.text());
        for (String held : new String[] {json, text}) {
            assertThat(held)
                    .contains("u-1", RetentionDesk.TEXT)
                    .doesNotContain(RetentionDesk.REPORTER, "u-2", "@other", "another's words", "anna", "Ada");
        }
        assertThat(answer.at("/items/0/reports/0").has("note")).isFalse();
        assertThat(desk.entries("EXPORTED"))
                .last()
                .asString()
                .contains("\"what\":\"ACCESS\"", "\"account\":\"u-1\"", "\"reference\":\"R-7\"");
    }

    @Test
    void whatIsBeingReferredIsLeftOutAndTheAnswerSaysNothingOfIt() throws IOException {
        desk.flag("A-1", "u-1", "one");
        desk.flag("A-2", "u-1", "two");
        desk.decide("A-1", ",\"referrals\":[{\"to\":\"JUDICIAL_AUTHORITY\",\"why\":\"It names a victim.\"}]");
        var waiting = desk.review().decisions().awaiting(Person.alone("bram"));
        var unused = desk.review().review().approve(waiting.getFirst().id(), Person.alone("bram"));

        AccessExport.Written written = access("u-1", "some.json");

        assertThat(written.leftOut()).isEqualTo(1);
        assertThat(Files.readString(written.json())).contains("A-2").doesNotContain("A-1", "JUDICIAL", "leftOut");
    }

    @Test
    void hostileTextIsHarmlessInWhateverTheAnswerIsOpenedWith() throws IOException {
        assertThat(SafeText.line("=1+1")).isEqualTo("'=1+1");
        assertThat(SafeText.line("a,=1+1;\t@x")).isEqualTo("a,'=1+1;\t'@x");
        assertThat(SafeText.line("<script>&")).isEqualTo("&lt;script&gt;&amp;");
        assertThat(SafeText.line("a\u202Eb\nc")).isEqualTo("a[RLO]b / c");
        assertThat(SafeText.json("{\"a\":\"<b>\u202E\u00E9\"}")).isEqualTo("{\"a\":\"\\u003cb\\u003e\\u202e\\u00e9\"}");
        assertThat(JsonMapper.shared()
                        .readTree(SafeText.json("{\"a\":\"<b>\u202E\u00E9\uD83D\uDE00\"}"))
                        .path("a")
                        .asString())
                .isEqualTo("<b>\u202E\u00E9\uD83D\uDE00");
    }

    @Test
    void whoIsUnknownHasNoRightOrGivesNoReferenceIsRefused() {
        desk.flag("A-1", "u-1", "one");
        assertRefused(Why.UNKNOWN, () -> desk.erasure().erase(ADMIN, "u-9", "R-1", Progress.NONE));
        assertRefused(Why.UNKNOWN, () -> access("u-9", "none.json"));
        assertRefused(Why.NO_REFERENCE, () -> desk.erasure().erase(ADMIN, "u-1", " ", Progress.NONE));
        assertRefused(Why.NO_REFERENCE, () -> desk.erasure().erase(ADMIN, "u-1", "a\nb", Progress.NONE));
        for (Role role : Role.values()) {
            var person = new Person("p", Set.of(role), role != Role.ADMINISTRATOR);
            assertThatThrownBy(() -> desk.erasure().plan(person, "u-1")).isInstanceOf(RightRefused.class);
            assertThatThrownBy(() -> desk.erasure().erase(person, "u-1", "R-1", Progress.NONE))
                    .isInstanceOf(RightRefused.class);
            assertThatThrownBy(() ->
                            desk.access().write(person, "u-1", folder.resolve("x.json"), "R-1", new Texts(Language.EN)))
                    .isInstanceOf(RightRefused.class);
        }
    }

    private AccessExport.Written access(String account, String name) {
        try {
            return desk.access().write(ADMIN, account, folder.resolve(name), "R-7", new Texts(Language.EN));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void assertRefused(Why why, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(RetentionRefused.class, refused -> assertThat(refused.why())
                .isEqualTo(why));
    }
}
