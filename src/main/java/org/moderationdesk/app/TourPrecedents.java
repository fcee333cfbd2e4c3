package org.moderationdesk.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.moderationdesk.base.Language;
import org.moderationdesk.calibration.CaseSource;
import org.moderationdesk.calibration.Disputed;
import org.moderationdesk.calibration.NewSession;
import org.moderationdesk.calibration.Reason;
import org.moderationdesk.calibration.RightAnswer;
import org.moderationdesk.calibration.Session;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.Section;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Member;
import org.moderationdesk.staff.Person;

/** Rulings of the team on one clause, so that the next case like those has precedents to show. */
final class TourPrecedents {
    private static final int MOST_TRIED = 120;
    private static final int RULED = 3;

    private final OpenDesk desk;
    private final boolean dutch;
    private final Person lead;
    private final Person colleague;
    private final String other;

    /** @param lead by name, known to the desk like the two others */
    TourPrecedents(OpenDesk desk, Language language, String lead, String colleague, String other) {
        this.desk = desk;
        this.dutch = language == Language.NL;
        this.lead = person(lead);
        this.colleague = person(colleague);
        this.other = other;
    }

    private Person person(String name) {
        return desk.people().find(name).map(Member::person).orElseThrow();
    }

    /** Has three cases of one section decided and ruled on; answers with the item of another that waits. */
    Optional<String> make() {
        Map<Section, List<CaseRow>> bySection = new TreeMap<>(
                (one, two) -> one.code().toString().compareTo(two.code().toString()));
        desk.queue().page(lead, CaseFilter.all(), Ordering.URGENCY, null, MOST_TRIED).rows().stream()
                .filter(row -> row.claimedBy() == null && row.sections().size() == 1)
                .forEach(row -> section(row).ifPresent(section -> bySection
                        .computeIfAbsent(section, _ -> new ArrayList<>())
                        .add(row)));
        return bySection.entrySet().stream()
                .filter(one -> one.getValue().size() > RULED)
                .max((one, two) ->
                        Integer.compare(one.getValue().size(), two.getValue().size()))
                .flatMap(one -> ruled(one.getKey(), one.getValue()));
    }

    private Optional<Section> section(CaseRow row) {
        return desk.book()
                .sectionNamed(row.sections().getFirst())
                .flatMap(code -> desk.book().section(code))
                .filter(section ->
                        section.code().chapter() != 8 && section.rules().size() > 1);
    }

    private Optional<String> ruled(Section section, List<CaseRow> rows) {
        ClauseCode clause = section.rules().getFirst().code();
        List<Disputed> cases = new ArrayList<>();
        for (CaseRow row : rows) {
            if (cases.size() == RULED) {
                rule(clause, cases);
                return Optional.of(row.itemId());
            }
            decided(row, clause).ifPresent(id -> cases.add(new Disputed(id, CaseSource.UNCLEAR_CLAUSE)));
        }
        return Optional.empty();
    }

    private void rule(ClauseCode clause, List<Disputed> cases) {
        String title = dutch ? "Wat telt als gevaarlijk" : "What counts as dangerous";
        var wanted = new NewSession(
                title, cases, List.of(colleague.name(), other), Instant.now().plus(Duration.ofDays(1)));
        Session session = desk.calibration()
                .close(lead, desk.calibration().begin(lead, wanted).id());
        String why = dutch
                ? "Te zien zonder enige voorzorg, en makkelijk na te doen."
                : "Seen without any care taken, and easily copied.";
        var removed = new RightAnswer(Outcome.REMOVE, List.of(clause), null, null);
        Reason reason = Reason.in(dutch ? Language.NL : Language.EN, why);
        for (int position = 1; position <= session.cases().size(); position++) {
            var _ = desk.rulings().rule(lead, session.id(), position, removed, reason);
        }
    }

    private Optional<String> decided(CaseRow row, ClauseCode clause) {
        String why = dutch ? "Gedaan zonder voorzorg, voor de lol." : "Done without care, for the fun of it.";
        Proposal removal = ProposalJson.readDraft("""
            {"item":"%s","answers":{"%s":"YES"},"outcome":"REMOVE","rationale":"%s"}
            """.formatted(row.itemId(), clause.value(), why))
                .proposal();
        Optional<Opened> opened = desk.review().open(row.itemId(), colleague).filter(one -> one.claim() != null);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        if (desk.review().submit(opened.get(), removal, 71_000) instanceof Submitted.Accepted accepted) {
            return Optional.of(accepted.decision().decisionId());
        }
        desk.review().release(opened.get());
        return Optional.empty();
    }
}
