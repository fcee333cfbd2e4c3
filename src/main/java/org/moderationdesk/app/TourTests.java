package org.moderationdesk.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.practice.HiddenTest;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.ScoringRules;
import org.moderationdesk.practice.SetFiles;
import org.moderationdesk.practice.SetTerms;
import org.moderationdesk.practice.Told;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Member;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/** Hidden tests that come in while the tour goes on, some of which a colleague answers. */
final class TourTests {
    private static final Person BRAM = new Person("Bram Visser", Set.of(Role.REVIEWER), false);
    private static final int TESTS = 8;
    private static final int ANSWERED = 6;
    private static final int ONE_IN = 5;
    private static final String ITEM = """
        {"id":"%1$s-%2$d","kind":"TEXT","text":"%3$s %2$d","language":"%4$s",\
        "author":{"id":"u-%2$d","handle":"@cook%2$d"},"reports":[{"id":"r-%2$d","source":"USER","reporter":"w-%2$d",\
        "sections":["5.3"],"at":"%5$s"}]}
        """;
    private static final String REMOVE = """
        {"item":"%s","answers":{"5.3.1":"YES"},"outcome":"REMOVE","rationale":"%s"}
        """;
    private static final String ALLOW = """
        {"item":"%s","answers":{"5.3.1":"NO","5.3.2":"NO","5.3.3":"NO"},"outcome":"NO_VIOLATION","rationale":"%s"}
        """;

    private final OpenDesk desk;
    private final Language language;
    private final Person lead;

    /** @param lead by name, known to the desk */
    TourTests(OpenDesk desk, Language language, String lead) {
        this.desk = desk;
        this.language = language;
        this.lead = desk.people().find(lead).map(Member::person).orElseThrow();
    }

    void make() {
        var _ = desk.hidden().set(lead, Queue.GENERAL, ONE_IN, List.of(set().id()));
        try {
            Path file = Files.createTempFile("moderation-desk-tour", ".jsonl");
            List<String> lines = new ArrayList<>();
            for (int i = 1; i <= ONE_IN * TESTS; i++) {
                lines.add(item("N", 7_000 + i));
            }
            Files.write(file, lines);
            var _ = desk.intake().importFile(file, lead, ImportProgress.NONE);
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        List<HiddenTest> tests = desk.hidden().placed(lead);
        for (int i = 0; i < Math.min(ANSWERED, tests.size()); i++) {
            answer(tests.get(i).itemId(), i % 2 == 0);
        }
    }

    private PracticeSet set() {
        List<String> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int i = 1; i <= TESTS; i++) {
            items.add(item("P", i));
            keys.add(answer(REMOVE, "P-" + i).strip());
        }
        var terms = new SetTerms(
                Told.both("Knives in the kitchen", "Messen in de keuken"),
                Told.nothing(),
                OpenDesk.EDITION,
                false,
                1,
                ScoringRules.usual());
        var sets = desk.practice().sets();
        return sets.publish(
                lead,
                sets.make(lead, terms, SetFiles.read(items, keys, lead.name(), Instant.now()))
                        .id());
    }

    private String item(String series, int number) {
        boolean dutch = language == Language.NL;
        String words = dutch ? "Kijk hoe ik dit mes opgooi en vang," : "Watch me toss this knife and catch it,";
        return ITEM.formatted(
                        series, number, words, language.tag(), Instant.now().minusSeconds(number))
                .strip();
    }

    private String answer(String form, String item) {
        return form.formatted(item, language == Language.NL ? "Een mes wordt opgegooid." : "A knife is tossed.");
    }

    private void answer(String item, boolean right) {
        desk.review().open(item, BRAM).filter(one -> one.claim() != null).ifPresent(opened -> {
            Submitted submitted = desk.review()
                    .submit(
                            opened,
                            ProposalJson.read(answer(right ? REMOVE : ALLOW, item))
                                    .proposal(),
                            48_000);
            if (!(submitted instanceof Submitted.Accepted)) {
                desk.review().release(opened);
            }
        });
    }
}
