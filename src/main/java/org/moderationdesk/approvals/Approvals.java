package org.moderationdesk.approvals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.AnotherPerson;
import org.moderationdesk.decisions.Approval;
import org.moderationdesk.decisions.AwaitedDecision;
import org.moderationdesk.decisions.Changed;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.Judgement;
import org.moderationdesk.decisions.Refusal;
import org.moderationdesk.decisions.StoredApprovals;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.HandOver;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.review.Review;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.staff.Member;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * What waits for a second person, and their answers to it. Nothing approves itself: where nobody but the first person may
 * answer, it goes on waiting. Any thread but the JavaFX one may call it.
 */
public final class Approvals {
    /** How long a notice is shown, and an emergency that nobody answered is. */
    static final Duration TOLD = Duration.ofDays(30);

    /** Longer than anything that waits stays in a list unanswered, or so it is to be hoped. */
    private static final Duration READ_KEPT = Duration.ofDays(365);

    private final Review review;
    private final StoredApprovals stored;
    private final Queue queue;
    private final People people;
    private final Times times;
    private final StoredReadNotices readNotices;

    /** When something is due, and what time it is. */
    public record Times(QueueSettings settings, InstantSource clock) {
        /**
         * A second person has a quarter of the time that the case itself had: a quarter of an hour where it was critical.
         * What has gone out already is due as if it were.
         */
        Instant due(AwaitedDecision awaited, Severity severity) {
            int hours = awaited.emergency() ? settings.criticalHours() : hours(severity);
            return awaited.line().at().plus(Duration.ofHours(hours).dividedBy(4));
        }

        private int hours(Severity severity) {
            return switch (severity) {
                case LOW -> settings.lowHours();
                case MEDIUM -> settings.mediumHours();
                case HIGH -> settings.highHours();
                case CRITICAL -> settings.criticalHours();
            };
        }

        Instant now() {
            return clock.instant();
        }
    }

    public Approvals(Store store, Review review, StoredApprovals stored, Queue queue, People people, Times times) {
        this.review = review;
        this.stored = stored;
        this.queue = queue;
        this.people = people;
        this.times = times;
        this.readNotices = new StoredReadNotices(store);
    }

    /** What waits and this person may know of, the first due first; also what they may not answer. */
    public List<WaitingApproval> waiting(Person viewer) {
        Rights.require(viewer, Right.LOOK);
        List<Person> working = people.working();
        return stored.awaiting(viewer, times.now().minus(TOLD)).stream()
                .flatMap(awaited -> laidOut(awaited, viewer, working).stream())
                .sorted(Comparator.comparing(WaitingApproval::due)
                        .thenComparing(one -> one.line().id()))
                .toList();
    }

    private Optional<WaitingApproval> laidOut(AwaitedDecision awaited, Person viewer, List<Person> working) {
        return queue.row(viewer, awaited.line().caseId())
                .map(row -> new WaitingApproval(
                        awaited,
                        row,
                        times.due(awaited, row.severity()),
                        against(awaited, viewer, working).orElse(null),
                        eligible(awaited, working)));
    }

    /** Who works at this desk: nobody, while it knows no people. */
    public List<Person> working() {
        return people.working();
    }

    /**
     * Lets what waits take effect.
     *
     * @throws DecisionRefused when nothing waits, or by D9 or D11
     */
    public Changed approve(String decisionId, Person second) {
        needsSomebodyElse(decisionId, second);
        return review.approve(decisionId, second);
    }

    /**
     * Lets what waits lapse; the case returns to its queue with the reason.
     *
     * @throws DecisionRefused when nothing waits, without a reason, or by D9 or D11
     */
    public Changed refuse(String decisionId, Person second, String why) {
        needsSomebodyElse(decisionId, second);
        return review.refuse(decisionId, second, why);
    }

    /**
     * Lets what waits lapse; the case returns to who decided it, with the question, and waits for them.
     *
     * @throws DecisionRefused when nothing waits, without a question, or by D9 or D11
     */
    public Changed sendBack(String decisionId, Person second, String question) {
        needsSomebodyElse(decisionId, second);
        @Nullable
        Person first = stored.find(second, decisionId)
                .map(awaited -> awaited.line().person())
                .flatMap(people::find)
                .filter(member -> !member.disabled())
                .map(Member::person)
                .orElse(null);
        return review.sendBack(decisionId, second, first, question);
    }

    /** What this person is told of, the newest first. */
    public List<Notice> notices(Person person) {
        return notices(person, List.of());
    }

    /** The same with what other rooms have to tell. */
    public List<Notice> notices(Person person, List<Notice> also) {
        Set<String> read = readNotices.of(person.name());
        List<Notice> all = new ArrayList<>();
        also.forEach(notice -> all.add(marked(notice, read)));
        List<Approval> answers = stored.answersTo(person, times.now().minus(TOLD));
        answers.forEach(answer -> all.add(told(answer, read)));
        if (Rights.has(person, Right.CLAIM)) {
            handedOver(person, answers).forEach(notice -> all.add(marked(notice, read)));
        }
        if (Rights.has(person, Right.APPROVE)) {
            waiting(person).stream()
                    .filter(one -> one.against() == null)
                    .forEach(one -> all.add(marked(waits(one), read)));
        }
        all.sort(Comparator.comparing(Notice::at).reversed());
        return List.copyOf(all);
    }

    /** From now on these count as read by this person. */
    public void read(Person person, Collection<Notice> notices) {
        List<String> unread = notices.stream()
                .filter(notice -> !notice.read())
                .map(Notice::key)
                .toList();
        if (!unread.isEmpty()) {
            readNotices.add(person.name(), unread, times.now(), times.now().minus(READ_KEPT));
        }
    }

    private static Notice told(Approval answer, Set<String> read) {
        return marked(
                new Notice(
                        answer.decisionId() + " " + answer.verdict(),
                        Notice.Kind.valueOf(answer.verdict().name()),
                        answer.decisionId(),
                        answer.itemId(),
                        answer.second(),
                        answer.why(),
                        answer.at(),
                        false),
                read);
    }

    private static Notice waits(WaitingApproval one) {
        DecisionLine line = one.line();
        Notice.Kind kind = one.awaited().emergency() ? Notice.Kind.EMERGENCY : Notice.Kind.WAITS;
        return new Notice(line.id() + " WAITS", kind, line.id(), line.itemId(), line.person(), "", line.at(), false);
    }

    /** Cases that were given to this person and that they have not decided; those sent back are told already. */
    private List<Notice> handedOver(Person person, List<Approval> answers) {
        List<Notice> all = new ArrayList<>();
        for (CaseRow row : queue.heldBy(person)) {
            Optional<HandOver> given = queue.noteFor(person, row.itemId());
            given.filter(note -> answers.stream()
                            .noneMatch(answer -> answer.itemId().equals(row.itemId())
                                    && answer.at().equals(note.at())))
                    .ifPresent(note -> all.add(new Notice(
                            "case " + row.id() + " " + note.at().toEpochMilli(),
                            Notice.Kind.HANDED_OVER,
                            "",
                            row.itemId(),
                            note.from(),
                            note.note(),
                            note.at(),
                            false)));
        }
        return all;
    }

    private static Notice marked(Notice notice, Set<String> read) {
        return read.contains(notice.key())
                ? new Notice(
                        notice.key(),
                        notice.kind(),
                        notice.about(),
                        notice.itemId(),
                        notice.who(),
                        notice.words(),
                        notice.at(),
                        true)
                : notice;
    }

    private static Optional<Refusal> against(AwaitedDecision awaited, Person viewer, List<Person> working) {
        return AnotherPerson.refuses(awaited.line().person(), viewer, awaited.childSafety())
                .or(() -> working.isEmpty() ? Optional.of(AnotherPerson.nobodyElse()) : Optional.empty());
    }

    private static List<String> eligible(AwaitedDecision awaited, List<Person> working) {
        return AnotherPerson.eligible(working, awaited.line().person(), awaited.childSafety()).stream()
                .map(Person::name)
                .toList();
    }

    /** At a desk that knows no people, whatever name is given: it is the same person. */
    private void needsSomebodyElse(String decisionId, Person second) {
        if (people.isEmpty()) {
            stored.find(second, decisionId)
                    .flatMap(awaited -> against(awaited, second, List.of()))
                    .ifPresent(refusal -> {
                        throw new DecisionRefused(new Judgement(List.of(refusal)));
                    });
        }
    }
}
