package org.moderationdesk.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.LiveStream;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.items.Report;
import org.moderationdesk.items.ThreadComment;
import org.moderationdesk.items.TimedText;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/** Cases for tests: item V-1 in version 2, a video of 23 s, held by Anna, reported for 5.3. */
final class Cases {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Urgency URGENCY = new Urgency(Severity.MEDIUM, NOW, NOW);
    static final Book BOOK = new BookReader().read("2020-12");
    static final Rules RULES = new Rules(BOOK);
    static final Person ANNA = new Person("Anna", Set.of(Role.REVIEWER, Role.TEAM_LEAD), true);
    static final Person BRAM = new Person("Bram", Set.of(Role.REVIEWER, Role.TEAM_LEAD), true);
    static final Person UNCLEARED = new Person("Cas", Set.of(Role.REVIEWER, Role.TEAM_LEAD), false);

    private Cases() {}

    static Author author(String... devices) {
        return new Author(
                "u-7",
                "@snijplank",
                "Snijplank",
                "keukentrucs 🔪",
                null,
                23,
                Author.AgeSource.SELF_DECLARED,
                8120L,
                "NL",
                List.of(devices),
                List.of(),
                Map.of());
    }

    static Item item(ItemKind kind, @Nullable Author author, List<MediaFile> media) {
        return new Item(
                "V-1",
                kind,
                2,
                "a 🔪 trick",
                "en",
                "NL",
                NOW.minus(Duration.ofDays(1)),
                null,
                author,
                media,
                List.of(new TimedText(2000, 5600, "Kijk, zonder", Map.of(), Map.of())),
                List.of(new TimedText(9000, 13000, "#durfjij", Map.of(), Map.of())),
                null,
                List.of(new ThreadComment("c-1", "@a", "wow", null, Map.of())),
                null,
                List.of(),
                List.of(),
                Map.of());
    }

    static MediaFile clip(@Nullable Long durationMs) {
        return new MediaFile("a.mp4", "video/mp4", null, 1080, 1920, durationMs, Map.of());
    }

    static Report report(String id, String... sections) {
        return new Report(
                id,
                Report.Source.USER,
                "u-91",
                "Dangerous",
                null,
                List.of(sections),
                NOW.minus(Duration.ofHours(1)),
                Map.of());
    }

    static CaseFacts video(Report... reports) {
        return of(item(ItemKind.VIDEO, author("d-1"), List.of(clip(23_000L))), reports);
    }

    static CaseFacts kind(ItemKind kind) {
        return of(item(kind, author("d-1"), List.of()));
    }

    /** A livestream of a host who says to be of this age. */
    static Item livestream(LiveStream.State state, @Nullable Integer age, Author.AgeSource source) {
        var host =
                new Author("u-8", "@bakje", null, null, null, age, source, 310L, "NL", List.of(), List.of(), Map.of());
        return new Item(
                "L-1",
                ItemKind.LIVESTREAM,
                1,
                "cooking live",
                "en",
                "NL",
                NOW.minus(Duration.ofMinutes(19)),
                null,
                host,
                List.of(clip(62_000L)),
                List.of(),
                List.of(),
                new LiveStream(state, NOW.minus(Duration.ofMinutes(19)), 310L, 15_000L, Map.of()),
                List.of(),
                null,
                List.of(),
                List.of(),
                Map.of());
    }

    static CaseFacts live() {
        return of(livestream(LiveStream.State.RUNNING, 23, Author.AgeSource.SELF_DECLARED));
    }

    static CaseFacts of(Item item, Report... reports) {
        return new CaseFacts(
                7,
                "main",
                item,
                "2020-12",
                List.of(reports),
                false,
                false,
                new Standing.Held(3, NOW.plusSeconds(600)),
                ANNA,
                0,
                NOW,
                Allowed.everything(),
                URGENCY);
    }

    static CaseFacts asked(CaseFacts facts, Person person, boolean childSafety, boolean sealed) {
        return new CaseFacts(
                facts.caseId(),
                facts.queue(),
                facts.item(),
                facts.pinnedEdition(),
                facts.reports(),
                childSafety,
                sealed,
                facts.standing(),
                person,
                facts.activeStrikes(),
                facts.now(),
                facts.allowed(),
                facts.urgency());
    }

    static CaseFacts strikes(CaseFacts facts, int active) {
        return new CaseFacts(
                facts.caseId(),
                facts.queue(),
                facts.item(),
                facts.pinnedEdition(),
                facts.reports(),
                facts.childSafety(),
                facts.sealed(),
                facts.standing(),
                facts.person(),
                active,
                facts.now(),
                facts.allowed(),
                facts.urgency());
    }

    static List<String> rules(Draft draft, CaseFacts facts) {
        return RULES.judge(draft.proposal(), facts).rules();
    }

    /** The ends of the refusals' keys. */
    static List<String> keys(Draft draft, CaseFacts facts) {
        return RULES.judge(draft.proposal(), facts).refusals().stream()
                .map(refusal -> refusal.key().substring("decisions.refusal.".length()))
                .toList();
    }
}
