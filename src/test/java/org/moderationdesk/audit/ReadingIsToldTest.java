package org.moderationdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.audit.AuditDesk.ANNA;
import static org.moderationdesk.audit.AuditDesk.BRAM;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.LoggedEvent;
import org.moderationdesk.log.StoredEvents;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.queue.PersonSearches;

/** What is read of people is told to the log, and what was typed is not. */
class ReadingIsToldTest {
    private AuditDesk desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new AuditDesk(folder);
        var taken = desk.intake().take("""
            {"id":"A-1","kind":"TEXT","text":"text","author":{"id":"u-1","handle":"snijplank"},\
            "reports":[{"id":"r-1","source":"USER","sections":["5.3"],"at":"2026-11-02T11:00:00Z"}]}\
            """);
        assertThat(taken.newCases()).isEqualTo(1);
    }

    @AfterEach
    void close() {
        assertThat(desk.review().verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void aCaseThatIsOpenedToReadIsShownAndOneThatIsTakenIsClaimed() {
        assertThat(desk.review().review().open("A-1", ANNA)).isPresent();
        assertThat(told(EventKind.SHOWN)).isEmpty();

        assertThat(desk.review().review().open("A-1", BRAM)).isPresent();
        assertThat(desk.review().review().look("A-1", ANNA)).isPresent();

        assertThat(told(EventKind.SHOWN))
                .extracting(event -> event.by() + " " + event.itemId())
                .containsExactly("bram A-1", "anna A-1");
    }

    @Test
    void aSearchForAPersonIsToldOnceAndInNobodysWords() {
        search("snijp");
        search("snijp");
        search("text");
        search("A-1");
        assertThat(told(EventKind.SEARCHED)).singleElement().satisfies(event -> {
            assertThat(event.by()).isEqualTo("anna");
            assertThat(event.facts().toString()).isEqualTo("{\"cases\":1}");
            assertThat(event.body()).doesNotContain("snijp");
        });

        desk.clock().advance(Duration.ofMinutes(11));
        search("snijp");
        assertThat(told(EventKind.SEARCHED)).hasSize(2);
    }

    @Test
    void accountsThatWereFoundAreToldByTheirIds() {
        var searches = new PersonSearches(desk.review().log(), desk.clock());
        searches.found(ANNA, List.of());
        searches.found(ANNA, List.of("u-1"));
        searches.found(ANNA, List.of("u-1"));
        searches.found(BRAM, List.of("u-1"));

        assertThat(told(EventKind.SEARCHED))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.facts().toString()).isEqualTo("{\"accounts\":[\"u-1\"]}"));
    }

    private void search(String words) {
        var page = desk.review().queue().page(ANNA, CaseFilter.all().searching(words), Ordering.URGENCY, null, 9);
        assertThat(page.rows()).hasSize(1);
    }

    private List<LoggedEvent> told(EventKind kind) {
        var found = new ArrayList<LoggedEvent>();
        long unused = new StoredEvents(desk.review().store()).stream(event -> {
            if (event.kind() == kind) {
                found.add(event);
            }
        });
        return found;
    }
}
