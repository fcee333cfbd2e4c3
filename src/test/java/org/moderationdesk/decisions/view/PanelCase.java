package org.moderationdesk.decisions.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Allowed;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Standing;
import org.moderationdesk.decisions.Urgency;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.LiveStream;
import org.moderationdesk.items.Report;
import org.moderationdesk.queue.FlaggedItems;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.staff.Person;

/** The models of one case that a person holds, with the real book and rules. */
final class PanelCase {
    static final Book BOOK = new BookReader().read("2020-12");

    final TestClock clock = new TestClock();
    final ProposalModel proposals = new ProposalModel(DecisionTools.of(BOOK, DecisionSettings::defaults), clock);
    final ChecklistModel checklist = new ChecklistModel(proposals);
    final PanelModel panel = new PanelModel(proposals, checklist);

    /** A video of a known author, reported for these sections. */
    static PanelCase reportedFor(String... sections) {
        var one = new PanelCase();
        one.open(FlaggedItems.of("V-1", FlaggedItems.author("u-1", "@u", null)), sections);
        return one;
    }

    /** A livestream that runs, of a host of this age. */
    static PanelCase livestreamOf(@Nullable Integer age, Author.AgeSource source, String... sections) {
        var one = new PanelCase();
        var host = new Author("u-8", "@u8", null, null, null, age, source, null, null, List.of(), List.of(), Map.of());
        var live = new LiveStream(LiveStream.State.RUNNING, one.clock.instant(), 12L, 15_000L, Map.of());
        one.open(
                new Item(
                        "L-1",
                        ItemKind.LIVESTREAM,
                        1,
                        "cooking live",
                        "en",
                        "NL",
                        one.clock.instant(),
                        null,
                        host,
                        List.of(),
                        List.of(),
                        List.of(),
                        live,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        Map.of()),
                sections);
        return one;
    }

    void open(Item item, String... sections) {
        List<Report> reports = new ArrayList<>();
        for (String section : sections) {
            reports.add(FlaggedItems.report("r-" + section, section));
        }
        proposals.open(Proposal.empty(item.id()), facts(item, reports), false);
    }

    private CaseFacts facts(Item item, List<Report> reports) {
        return new CaseFacts(
                1,
                "general",
                item,
                "2020-12",
                reports,
                false,
                false,
                new Standing.Held(1, clock.instant().plus(Duration.ofMinutes(10))),
                Person.alone("Noor"),
                0,
                clock.instant(),
                Allowed.everything(),
                new Urgency(Severity.MEDIUM, clock.instant(), clock.instant()));
    }

    void answer(String code, Answer answer) {
        checklist.answer(new ClauseCode(code), answer);
    }

    List<String> sections() {
        return checklist.sections().stream()
                .map(shown -> shown.section().code().value())
                .toList();
    }
}
