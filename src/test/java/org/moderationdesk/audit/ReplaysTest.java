package org.moderationdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.audit.AuditDesk.ANNA;
import static org.moderationdesk.audit.AuditDesk.UNCLEARED;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.LoggedEvent;
import org.moderationdesk.log.StoredEvents;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

@OnBothStores
class ReplaysTest {
    private AuditDesk desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new AuditDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aDecisionIsReplayedAsItWasMadeWhateverHasComeSince() {
        long seq = decideWithALook("A-1");
        desk.clock().advance(Duration.ofDays(1));
        var _ = desk.intake().take("""
            {"id":"A-1","kind":"TEXT","text":"another text","version":2,"author":{"id":"u-A-1"},\
            "reports":[{"id":"r-2","source":"USER","sections":["6.1"],"at":"2026-11-03T11:00:00Z"}]}\
            """);

        Replay replay = desk.replays(ANNA).open(seq).orElseThrow();

        assertThat(replay.line().person()).isEqualTo("anna");
        assertThat(replay.line().itemVersion()).isEqualTo(1);
        assertThat(replay.line().edition()).isEqualTo("2020-12");
        assertThat(replay.proposal().answers()).containsEntry(new ClauseCode("5.3.1"), Answer.YES);
        assertThat(replay.proposal().rationale()).isEqualTo("it is seen from the first word");
        assertThat(replay.proposal().evidence()).singleElement().isInstanceOf(EvidenceMark.InText.class);
        assertThat(replay.seen().looks()).singleElement().satisfies(looks -> {
            assertThat(looks.form()).isEqualTo("GREY");
            assertThat(looks.times()).isOne();
            assertThat(looks.millis()).isEqualTo(1_500);
        });
        assertThat(replay.asItWas().orElseThrow().file().item().text()).isEqualTo("the text");
        assertThat(replay.asItWas().orElseThrow().facts().reports()).hasSize(1);
        assertThat(replay.asItWas().orElseThrow().earlier()).isEmpty();
        assertThat(replay.entries())
                .extracting(LoggedEvent::kind)
                .startsWith(EventKind.CASE_OPENED)
                .contains(EventKind.CLAIMED, EventKind.LOOKED, EventKind.DECIDED);
        assertThat(replay.link().state()).isEqualTo(ChainLink.State.HOLDS);
        assertThat(desk.review().verify().intact()).isTrue();
    }

    @Test
    void readingIsToldToTheLogWithTheDecision() {
        long seq = decideWithALook("A-1");

        Replay replay = desk.replays(ANNA).open(seq).orElseThrow();

        assertThat(shown()).singleElement().satisfies(event -> {
            assertThat(event.by()).isEqualTo("anna");
            assertThat(event.itemId()).isEqualTo("A-1");
            assertThat(event.facts().toString())
                    .isEqualTo("{\"by\":\"decisions\",\"decision\":\""
                            + replay.line().id() + "\"}");
        });
    }

    @Test
    void anEscalationIsReplayedTooAndOnlyWithTheClearanceWhereItConcernsChildSafety() {
        desk.flag("C-1", "the text", "8.4");
        var _ = desk.decide("C-1", """
            "answers":{"8.4.1":"YES"},"outcome":"ESCALATE","escalateTo":"general","notes":{"8.4.1":"looks so"},
            "rationale":"somebody who knows has to look"\
            """);
        long seq = newest();

        assertThat(desk.replays(ANNA).open(seq)).isPresent();
        assertThat(desk.replays(UNCLEARED).open(seq)).isEmpty();
        assertThat(shown()).hasSize(1);
        var reviewer = new Person("rik", Set.of(Role.REVIEWER), true);
        assertThatThrownBy(() -> desk.replays(reviewer).open(seq)).isInstanceOf(RightRefused.class);
    }

    @Test
    void whatHasBeenSealedSinceIsSealed() {
        long seq = decideWithALook("A-1");
        assertThat(desk.replays(ANNA)
                        .open(seq)
                        .orElseThrow()
                        .asItWas()
                        .orElseThrow()
                        .row()
                        .sealed())
                .isFalse();

        var _ = desk.intake().take("""
            {"id":"A-1","kind":"TEXT","text":"the text","author":{"id":"u-A-1"},\
            "reports":[{"id":"r-2","source":"USER","sections":["8.2"],"at":"2026-11-03T11:00:00Z"}]}\
            """);

        assertThat(desk.replays(ANNA)
                        .open(seq)
                        .orElseThrow()
                        .asItWas()
                        .orElseThrow()
                        .row()
                        .sealed())
                .isTrue();
    }

    @Test
    void anEntryThatWasChangedBehindTheLogsBackDoesNotHoldNorDoesItsNeighbour() {
        long seq = decideWithALook("A-1");
        assertThat(desk.replays(ANNA).open(seq)).isPresent();
        var links = new ChainLinks(new StoredEvents(desk.store()));
        assertThat(links.of(seq).orElseThrow().state()).isEqualTo(ChainLink.State.HOLDS);
        assertThat(links.of(999)).isEmpty();

        int changed = desk.store()
                .write(handle -> handle.execute(
                        "update event set body = replace(body, 'REMOVE', 'ESCALATE') where seq = ?", seq));

        assertThat(changed).isOne();
        assertThat(links.of(seq).orElseThrow().state()).isEqualTo(ChainLink.State.BROKEN);
        assertThat(links.of(seq - 1).orElseThrow().state()).isEqualTo(ChainLink.State.BROKEN);
        assertThat(links.of(seq - 2).orElseThrow().state()).isEqualTo(ChainLink.State.HOLDS);
    }

    /** Answers with the entry that tells of the decision. */
    private long decideWithALook(String item) {
        desk.flag(item, "the text", "5.3");
        var opened = desk.review().review().open(item, ANNA).orElseThrow();
        desk.review().review().recordLook(opened, new Look(0, LookForm.GREY, 1_500, null));
        var _ = desk.decide(item, """
            "answers":{"5.3.1":"YES"},"outcome":"REMOVE","rationale":"it is seen from the first word",
            "evidence":[{"clause":"5.3.1","in":"TEXT","index":0,"from":0,"to":3}]\
            """);
        return newest();
    }

    private long newest() {
        return desk.reader(ANNA).newest(1).getFirst().fact().seq();
    }

    private List<LoggedEvent> shown() {
        List<LoggedEvent> found = new ArrayList<>();
        long unused = new StoredEvents(desk.store()).stream(event -> {
            if (event.kind() == EventKind.SHOWN) {
                found.add(event);
            }
        });
        return found;
    }
}
