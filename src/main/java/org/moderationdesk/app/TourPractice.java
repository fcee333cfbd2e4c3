package org.moderationdesk.app;

import static org.moderationdesk.app.TourWindow.Modifier.ALT;
import static org.moderationdesk.app.TourWindow.Modifier.SHORTCUT;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.input.KeyCode;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.practice.AssignmentTerms;
import org.moderationdesk.practice.Feedback;
import org.moderationdesk.practice.KeyJson;
import org.moderationdesk.practice.OpenItem;
import org.moderationdesk.practice.Practice;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.Run;
import org.moderationdesk.practice.ShippedSet;
import org.moderationdesk.practice.ShippedSets;
import org.moderationdesk.practice.Whom;
import org.moderationdesk.staff.Member;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/** Sets that came with the desk, of which one has been practised, so that practice has something to show. */
final class TourPractice {
    private static final List<String> SETS =
            List.of("start-here", "criticism-or-bullying", "weapons-and-settings", "rules-with-exceptions");

    private final OpenDesk desk;
    private final Practice practice;
    private final Language language;
    private final Person self;
    private final List<Person> others;

    /** @param self at the desk, who trains; known to it like the others */
    TourPractice(OpenDesk desk, Language language, String self, String... others) {
        this.desk = desk;
        this.practice = desk.practice();
        this.language = language;
        this.self = person(self);
        this.others = List.of(others).stream().map(this::person).toList();
    }

    private Person person(String name) {
        return desk.people().find(name).map(Member::person).orElseThrow();
    }

    /** All that a trainer opens, from the list of sets, and a run. */
    static void walk(TourWindow window, Taking pictures) throws IOException {
        window.key(KeyCode.J);
        window.key(KeyCode.DIGIT1, ALT);
        pictures.take("practice-runs");
        window.key(KeyCode.ENTER);
        pictures.take("practice");
        window.key(KeyCode.DIGIT2, ALT);
        pictures.take("practice-all");
        window.key(KeyCode.DIGIT3, ALT);
        pictures.take("practice-rules");
        window.key(KeyCode.LEFT, ALT);
        window.key(KeyCode.DIGIT2, ALT);
        pictures.take("practice-items");
        window.key(KeyCode.ENTER);
        pictures.take("practice-key");
        window.key(KeyCode.LEFT, ALT);
        window.key(KeyCode.DIGIT4, ALT);
        pictures.take("practice-questions");
        window.key(KeyCode.DIGIT3, ALT);
        pictures.take("practice-assigned");
        form(window, "#practice-assign", pictures);
        form(window, "#practice-edit", pictures);
        form(window, "#practice-pick", pictures);
        form(window, "#practice-write", pictures);
        form(window, "#practice-new", pictures);
        form(window, "#practice-to-certificates", pictures);
        window.key(KeyCode.ENTER, SHORTCUT);
        pictures.take("practice-run");
        window.key(KeyCode.E, ALT);
        pictures.take("practice-end");
        window.key(KeyCode.ESCAPE);
        window.key(KeyCode.P, ALT);
    }

    private static void form(TourWindow window, String button, Taking pictures) throws IOException {
        window.fire(button);
        pictures.take(button.substring(1));
        window.key(KeyCode.ESCAPE);
    }

    /** Each of them goes through the last set twice, a little better each time. */
    void make() {
        for (String name : SETS) {
            ShippedSet set = new ShippedSets().read(name, language, self.name());
            Optional<PracticeSet> laid = practice.shipment().lay(self, set, Map.of());
            if (name.equals(SETS.getLast())) {
                laid.ifPresent(one -> practised(one, set));
            }
        }
    }

    private void practised(PracticeSet laid, ShippedSet set) {
        Map<String, Proposal> right = new TreeMap<>();
        for (KeyJson.Line line : set.keys()) {
            right.put(line.itemId(), line.key().first());
        }
        for (int attempt = 1; attempt <= 2; attempt++) {
            int every = 1 + attempt;
            others.forEach(person -> goThrough(person, laid, right, every));
            goThrough(self, laid, right, every + 1);
        }
        assign(laid);
        others.forEach(person -> question(person, laid));
    }

    private void assign(PracticeSet set) {
        Instant due = desk.clock().instant().plus(Duration.ofDays(9));
        var terms = new AssignmentTerms(due, 3, true, false, Feedback.AFTER_SECTION);
        List<String> names = others.stream().map(Person::name).toList();
        var _ = practice.assignments().assign(self, set.id(), new Whom.Named(names), terms);
        var _ = practice.assignments().assign(self, set.id(), new Whom.OfRole(Role.REVIEWER), AssignmentTerms.usual());
    }

    private void question(Person person, PracticeSet set) {
        String why = language == Language.NL
                ? "De context zegt dat het een uitvoering is; dan blijft het staan."
                : "The context says that it is a performance; then it stays up.";
        Run run = practice.runs().own(person).stream()
                .filter(one -> one.setId().equals(set.id()))
                .findFirst()
                .orElseThrow();
        String item =
                practice.results().reviewed(person, run.id()).get(1).item().id();
        var _ = practice.disputes().question(person, run.id(), item, why);
    }

    /** Answers every so manieth item with what is right for another. */
    private void goThrough(Person person, PracticeSet laid, Map<String, Proposal> right, int every) {
        Run run = practice.runs().start(person, laid.id(), null);
        for (Optional<OpenItem> open = practice.practising().next(person, run.id(), 0);
                open.isPresent();
                open = practice.practising().next(person, run.id(), 0)) {
            OpenItem now = open.get();
            String id = now.item().id();
            Proposal key = right.getOrDefault(id, Proposal.empty(id));
            long activeMs = 60_000 + 7_000L * now.place();
            if (now.place() % every != 0 || !answered(person, run, otherwise(id, right), activeMs)) {
                boolean _ = answered(person, run, key, activeMs);
            }
        }
        Run _ = practice.practising().finish(person, run.id(), true);
    }

    private boolean answered(Person person, Run run, Proposal said, long activeMs) {
        try {
            Run _ = practice.practising().answer(person, run.id(), said, activeMs);
            return true;
        } catch (DecisionRefused _) {
            return false;
        }
    }

    /** What another item's key says, as if it were said of this one. */
    private static Proposal otherwise(String id, Map<String, Proposal> right) {
        Proposal other = right.entrySet().stream()
                .filter(one -> one.getKey().compareTo(id) > 0)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> right.values().iterator().next());
        String said = ProposalJson.write(other).replace('"' + other.item() + '"', '"' + id + '"');
        return ProposalJson.readDraft(said).proposal();
    }
}
