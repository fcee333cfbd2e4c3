package org.moderationdesk.app;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.Section;
import org.moderationdesk.quality.Differences.Verdict;
import org.moderationdesk.quality.Requests;
import org.moderationdesk.quality.SamplingPlan;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Member;
import org.moderationdesk.staff.Person;

/** What colleagues have decided, reviewed blind and said meanwhile, so that quality review has something to show. */
final class TourQuality {
    private static final int MOST_TRIED = 80;

    private final OpenDesk desk;
    private final boolean dutch;
    private final Person lead;
    private final Person first;
    private final Person second;

    /** @param lead by name, known to the desk like the two others */
    TourQuality(OpenDesk desk, Language language, String lead, String first, String second) {
        this.desk = desk;
        this.dutch = language == Language.NL;
        this.lead = person(lead);
        this.first = person(first);
        this.second = person(second);
    }

    private Person person(String name) {
        return desk.people().find(name).map(Member::person).orElseThrow();
    }

    /** A plan; two differences, of which one is resolved and replied to; and a second review that waits for the lead. */
    void make() {
        var plan = new SamplingPlan(
                0,
                5,
                true,
                List.of(new SamplingPlan.SectionShare("5.3", 20, 0)),
                new SamplingPlan.NewReviewers(50, 14, 20),
                new SamplingPlan.Risk(100_000, 10, 25),
                5);
        var _ = desk.samplingPlans().save(lead, plan);
        int made = 0;
        for (CaseRow row : desk.queue()
                .page(first, CaseFilter.all(), Ordering.URGENCY, null, MOST_TRIED)
                .rows()) {
            if (made < 3 && row.claimedBy() == null && make(row, made)) {
                made++;
            }
        }
    }

    private boolean make(CaseRow row, int which) {
        Optional<Section> about = row.sections().stream()
                .findFirst()
                .flatMap(code -> desk.book().sectionNamed(code))
                .flatMap(code -> desk.book().section(code))
                .filter(section ->
                        section.code().chapter() != 8 && !section.rules().isEmpty());
        return about.flatMap(section -> decided(row, section).map(decision -> {
                    ask(decision);
                    if (which < 2) {
                        reviewed(row, section, which == 0);
                    }
                    return true;
                }))
                .orElse(false);
    }

    private Optional<String> decided(CaseRow row, Section section) {
        Optional<Opened> opened = desk.review().open(row.itemId(), first).filter(one -> one.claim() != null);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        String why =
                dutch ? "Gedaan zonder voorzorg; nodigt uit tot nadoen." : "Done without care; invites to copy it.";
        Proposal removal = proposal(row, section, Answer.YES, Outcome.REMOVE, why);
        if (desk.review().submit(opened.get(), removal, 94_000) instanceof Submitted.Accepted accepted) {
            return Optional.of(accepted.decision().decisionId());
        }
        desk.review().release(opened.get());
        return Optional.empty();
    }

    private void ask(String decision) {
        String why = dutch ? "Voor de rondleiding" : "For the tour";
        var _ = new Requests(desk.log(), desk.items(), desk.book()).ask(lead, decision, why, 5);
    }

    /** Answers it otherwise; the first of them is resolved and replied to. */
    private void reviewed(CaseRow row, Section section, boolean resolved) {
        Opened opened = desk.secondReviews().takeNext(second).orElseThrow();
        String why = dutch
                ? "Het voorwerp is van schuim, te zien aan het slot."
                : "The prop is made of foam, as the end shows.";
        desk.secondReviews().submit(opened, proposal(row, section, Answer.NO, Outcome.NO_VIOLATION, why), 131_000);
        if (resolved) {
            String review = opened.decisionId();
            String note = dutch ? "Kijk tot het eind, dan zie je het." : "Watch to the end, then it shows.";
            var _ = desk.differences().resolve(lead, review, Verdict.OVERTURNED, note);
            var _ = desk.replies().reply(first, review, dutch ? "Dat had ik gemist." : "I had missed that.");
        }
    }

    private static Proposal proposal(CaseRow row, Section section, Answer answer, Outcome outcome, String why) {
        Proposal empty = Proposal.empty(row.itemId());
        var answers = new TreeMap<ClauseCode, Answer>();
        section.rules().forEach(rule -> answers.put(rule.code(), Answer.NO));
        answers.put(section.rules().getFirst().code(), answer);
        boolean broken = outcome == Outcome.REMOVE;
        return new Proposal(
                empty.item(),
                null,
                null,
                answers,
                empty.notes(),
                outcome,
                null,
                null,
                broken ? AccountMeasure.of(AccountMeasure.Type.STRIKE) : AccountMeasure.none(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                why,
                null,
                false);
    }
}
