package org.moderationdesk.app;

import static org.moderationdesk.app.TourWindow.Modifier.ALT;
import static org.moderationdesk.app.TourWindow.Modifier.SHIFT;
import static org.moderationdesk.app.TourWindow.Modifier.SHORTCUT;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.practice.StoredHiddenTests;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;

/** Refers cases of the sample desk to the police, of which the tour makes a dossier, and to emergency services. */
final class TourDossier {
    private static final int MOST_TRIED = 60;

    private final OpenDesk desk;
    private final Language language;

    TourDossier(OpenDesk desk, Language language) {
        this.desk = desk;
        this.language = language;
    }

    /** One case, as whoever is at the desk; none of child safety. */
    void refer(Person person, ReferralTarget to) {
        List<CaseRow> rows = desk.queue()
                .page(person, CaseFilter.all(), Ordering.URGENCY, null, MOST_TRIED)
                .rows()
                // The most urgent ones are what authorities order something about.
                .reversed();
        boolean made = false;
        for (CaseRow row : rows) {
            boolean childSafety = row.sections().stream().anyMatch(section -> section.startsWith("8."));
            if (!made && !childSafety && row.claimedBy() == null) {
                made = clause(row).map(clause -> refer(row, clause, person, to)).orElse(false);
            }
        }
    }

    /** What would be in it, that it is made, and that it is sent. */
    static void walk(TourWindow window, Taking pictures) throws IOException {
        window.key(KeyCode.DIGIT1, SHORTCUT);
        window.fire("#rail-referrals");
        window.key(KeyCode.DIGIT1, ALT);
        window.focus("#referrals-list");
        window.key(KeyCode.HOME);
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

    /** That its papers are gone, as an authority ordered. */
    static void walkErased(TourWindow window, Taking pictures) throws IOException {
        window.key(KeyCode.F5);
        pictures.take("dossier-erased");
    }

    /** Whom to call and what to say, that they were called, and what came of it. */
    static void walkEmergency(TourWindow window, Taking pictures) throws IOException {
        window.key(KeyCode.DIGIT1, SHORTCUT);
        window.fire("#rail-referrals");
        window.key(KeyCode.F5);
        window.focus("#referrals-list");
        window.key(KeyCode.HOME);
        window.key(KeyCode.ENTER);
        pictures.take("emergency");
        window.key(KeyCode.H, SHORTCUT, SHIFT);
        pictures.take("emergency-script");
        window.key(KeyCode.ENTER);
        window.key(KeyCode.ESCAPE);
        pictures.take("emergency-called");
        window.key(KeyCode.O, ALT);
        pictures.take("emergency-outcome");
        window.key(KeyCode.ESCAPE);
    }

    /** Has what was referred to the police destroyed, as if they had ordered it. */
    void destroy(Person person) {
        new StoredReferrals(desk.store(), new StoredHiddenTests())
                .newest(person, MOST_TRIED).stream()
                        .filter(line -> line.to() == ReferralTarget.JUDICIAL_AUTHORITY)
                        .findFirst()
                        .ifPresent(line -> {
                            String order = new TourOrders(desk, language, person).toDestroy(line.itemId());
                            var _ = desk.retention().destroy(person, order, line.itemId());
                        });
    }

    private Optional<ClauseCode> clause(CaseRow row) {
        return row.sections().stream()
                .findFirst()
                .flatMap(code -> desk.book().sectionNamed(code))
                .flatMap(code -> desk.book().section(code))
                .flatMap(section -> section.rules().stream().findFirst())
                .map(rule -> rule.code());
    }

    private boolean refer(CaseRow row, ClauseCode clause, Person person, ReferralTarget to) {
        String why = language == Language.NL
                ? "Zegt vanavond iemand op te zoeken en noemt waar en hoe laat."
                : "Says to look somebody up tonight, and names where and at what time.";
        Proposal proposal = ProposalJson.read("""
            {"item":"%s","answers":{"%s":"YES"},"outcome":"REMOVE","rationale":"%s",
             "referrals":[{"to":"%s","why":"%s","threatToLife":true}]}
            """.formatted(row.itemId(), clause.value(), why, to.name(), why))
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
