package org.moderationdesk.app;

import static org.moderationdesk.app.TourWindow.Modifier.SHORTCUT;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;

/** Refers a case of the sample desk to the police, of which the tour makes a dossier. */
final class TourDossier {
    private static final int MOST_TRIED = 60;

    private final OpenDesk desk;
    private final Language language;

    TourDossier(OpenDesk desk, Language language) {
        this.desk = desk;
        this.language = language;
    }

    /** As whoever is at the desk; no case of child safety. */
    void refer(Person person) {
        List<CaseRow> rows = desk.queue()
                .page(person, CaseFilter.all(), Ordering.URGENCY, null, MOST_TRIED)
                .rows();
        boolean made = false;
        for (CaseRow row : rows) {
            boolean childSafety = row.sections().stream().anyMatch(section -> section.startsWith("8."));
            if (!made && !childSafety && row.claimedBy() == null) {
                made = clause(row).map(clause -> refer(row, clause, person)).orElse(false);
            }
        }
    }

    /** What would be in it, that it is made, and that it is sent. */
    static void walk(TourWindow window, Taking pictures) throws IOException {
        window.key(KeyCode.DIGIT1, SHORTCUT);
        window.fire("#rail-referrals");
        window.key(KeyCode.DIGIT1, TourWindow.Modifier.ALT);
        window.key(KeyCode.J);
        window.key(KeyCode.ENTER);
        pictures.take("dossier");
        window.key(KeyCode.ENTER, SHORTCUT);
        pictures.take("dossier-made");
        window.focus("#dossier-reference");
        window.type("PL1500-2026-1");
        window.key(KeyCode.ENTER, SHORTCUT);
        pictures.take("dossier-sent");
    }

    private Optional<ClauseCode> clause(CaseRow row) {
        return row.sections().stream()
                .findFirst()
                .flatMap(code -> desk.book().sectionNamed(code))
                .flatMap(code -> desk.book().section(code))
                .flatMap(section -> section.rules().stream().findFirst())
                .map(rule -> rule.code());
    }

    private boolean refer(CaseRow row, ClauseCode clause, Person person) {
        String why = language == Language.NL
                ? "Zegt vanavond iemand op te zoeken en noemt waar en hoe laat."
                : "Says to look somebody up tonight, and names where and at what time.";
        Proposal proposal = ProposalJson.read("""
            {"item":"%s","answers":{"%s":"YES"},"outcome":"REMOVE","rationale":"%s",
             "referrals":[{"to":"JUDICIAL_AUTHORITY","why":"%s","threatToLife":true}]}
            """.formatted(row.itemId(), clause.value(), why, why))
                .proposal();
        return desk.review()
                .open(row.itemId(), person)
                .map(opened -> {
                    boolean accepted = desk.review().submit(opened, proposal, 0) instanceof Submitted.Accepted;
                    if (!accepted) {
                        desk.review().release(opened);
                    }
                    return accepted;
                })
                .orElse(false);
    }
}
