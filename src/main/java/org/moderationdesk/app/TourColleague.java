package org.moderationdesk.app;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.moderationdesk.base.Language;
import org.moderationdesk.calibration.CaseSource;
import org.moderationdesk.calibration.Disputed;
import org.moderationdesk.calibration.NewSession;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.editions.Edition;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.EditionFiles;
import org.moderationdesk.guidelines.Section;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Member;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/** A colleague who decides while the tour goes on, so that something waits for a second person. */
final class TourColleague {
    private static final Person BRAM = new Person("Bram Visser", Set.of(Role.REVIEWER), false);
    private static final int MOST_TRIED = 60;
    private static final int WANTED = 4;

    private final OpenDesk desk;
    private final Language language;

    TourColleague(OpenDesk desk, Language language) {
        this.desk = desk;
        this.language = language;
    }

    /** Decides a few cases: bans, and one emergency. */
    void decide() {
        int made = 0;
        for (CaseRow row : desk.queue()
                .page(BRAM, CaseFilter.all(), Ordering.URGENCY, null, MOST_TRIED)
                .rows()) {
            if (made < WANTED && decide(row, made == WANTED - 1)) {
                made++;
            }
        }
    }

    /**
     * Has two of those cases decided apart by this lead and others, whom the desk comes to know.
     *
     * @param lead by name, known to the desk
     */
    void ask(String lead) {
        Person noor = desk.people().find(lead).map(Member::person).orElseThrow();
        for (String name : List.of(BRAM.name(), "Ines Koster")) {
            var _ = desk.people().add(noor, name, Set.of(Role.REVIEWER), false);
        }
        List<Disputed> cases = desk.decisions().awaiting(noor).stream()
                // Cases of child safety are a session of their own.
                .filter(line -> desk.decisions()
                        .approvals()
                        .find(noor, line.id())
                        .filter(one -> !one.childSafety())
                        .isPresent())
                .limit(2)
                .map(line -> new Disputed(line.id(), CaseSource.ADDED))
                .toList();
        String title = language == Language.NL ? "Stunt of gevaar?" : "A stunt, or a danger?";
        var _ = desk.calibration()
                .begin(
                        noor,
                        new NewSession(
                                title,
                                cases,
                                List.of(lead, BRAM.name(), "Ines Koster"),
                                Instant.now().plus(Duration.ofDays(3))));
    }

    /**
     * Announces an edition in which a few words are others, as this lead, who has been asked to read it.
     *
     * @param lead by name, known to the desk
     */
    void announce(String lead) {
        Person noor = desk.people().find(lead).map(Member::person).orElseThrow();
        EditionFiles files = new BookReader().files(OpenDesk.EDITION);
        Map<Language, String> words = new EnumMap<>(Language.class);
        for (Language each : Language.values()) {
            words.put(
                    each,
                    renamed(files.words(each))
                            .replace("stunts that can lead to injury", "stunts that can lead to serious injury")
                            .replace("stunts die letsel kunnen", "stunts die ernstig letsel kunnen")
                            .replace("Part of a museum collection", "Part of a collection that is open to visitors")
                            .replace("van een museumcollectie", "van een collectie die bezoekers kunnen bekijken"));
        }
        Edition edition = desk.editions()
                .bringIn(
                        noor,
                        new EditionFiles(renamed(files.shape()), words),
                        Instant.now().plus(Duration.ofDays(30)))
                .edition();
        var _ = desk.readers().askOnce(noor, edition);
    }

    private static String renamed(String file) {
        return file.replace("\"" + OpenDesk.EDITION + "\"", "\"2099-12\"");
    }

    /** Refers a few cases of child safety to NCMEC as whoever is at the desk: one where a life is in danger, one that waits. */
    void refer(Person person) {
        int made = 0;
        for (CaseRow row : desk.queue()
                .page(person, CaseFilter.all(), Ordering.URGENCY, null, MOST_TRIED)
                .rows()) {
            boolean childSafety = row.sections().stream().anyMatch(section -> section.startsWith("8."));
            if (made < 2 && childSafety && row.claimedBy() == null) {
                made += refer(row, person, made == 0) ? 1 : 0;
            }
        }
    }

    private boolean refer(CaseRow row, Person person, boolean danger) {
        String why = language == Language.NL ? "Zie de beslissing en het bestand." : "See the decision and the file.";
        Proposal proposal =
                ProposalJson.read("""
                    {"item":"%s","answers":{"8.1.1":"YES"},"outcome":"REMOVE","rationale":"%s",
                     "referrals":[{"to":"NCMEC","why":"%s","threatToLife":%s}]}
                    """.formatted(row.itemId(), why, why, danger)).proposal();
        return desk.review()
                .open(row.itemId(), person)
                .map(opened -> desk.review().submit(opened, proposal, 0) instanceof Submitted.Accepted)
                .orElse(false);
    }

    private boolean decide(CaseRow row, boolean emergency) {
        Optional<ClauseCode> clause = row.sections().stream()
                .findFirst()
                .flatMap(code -> desk.book().sectionNamed(code))
                .flatMap(code -> desk.book().section(code))
                .map(Section::rules)
                .flatMap(rules -> rules.stream().findFirst())
                .map(rule -> rule.code());
        if (clause.isEmpty() || row.claimedBy() != null) {
            return false;
        }
        Review review = desk.review();
        return review.open(row.itemId(), BRAM)
                .filter(opened -> opened.claim() != null)
                .map(opened -> {
                    boolean accepted = review.submit(opened, proposal(row, clause.get(), emergency), 0)
                            instanceof Submitted.Accepted;
                    if (!accepted) {
                        review.release(opened);
                    }
                    return accepted;
                })
                .orElse(false);
    }

    private Proposal proposal(CaseRow row, ClauseCode clause, boolean emergency) {
        boolean dutch = language == Language.NL;
        String why = dutch
                ? "De vierde keer in korte tijd; eerdere maatregelen hielpen niet."
                : "The fourth time within weeks; earlier measures did not help.";
        String danger = dutch ? "Iemand lijkt nu in gevaar te zijn." : "Somebody seems to be in danger right now.";
        String what = emergency ? """
            "referrals":[{"to":"EMERGENCY_SERVICES","why":"%s","threatToLife":true}],"rationale":"%s"
            """.formatted(danger, danger) : """
                "account":{"measure":"BAN"},"rationale":"%s"
                """.formatted(why);
        return ProposalJson.readDraft("""
            {"item":"%s","answers":{"%s":"YES"},"outcome":"REMOVE",%s}
            """.formatted(row.itemId(), clause.value(), what))
                .proposal();
    }
}
