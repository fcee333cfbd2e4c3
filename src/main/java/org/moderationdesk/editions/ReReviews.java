package org.moderationdesk.editions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Ids;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.editions.EditionRefused.Why;
import org.moderationdesk.editions.TouchedDecisions.Draw;
import org.moderationdesk.editions.TouchedDecisions.Drawn;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.quality.QualityRefused;
import org.moderationdesk.quality.Requests;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Has past decisions reviewed again because an edition changed what they rest on: which ones is written first, in one act,
 * and then a blind second review is asked for each. Who stops that, or dies, goes on with it later. Not for the JavaFX
 * thread; safe for any other.
 */
public final class ReReviews {
    private static final int LEAST_REASON = 10;
    private static final int LONGEST_REASON = 2_000;
    private static final String INSERT = """
        insert into re_review (id, edition, clauses, found, chosen, seed, reason, due_days, made_by, made_at, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String INSERT_CASE = """
        insert into re_review_case (re_review_id, position, decision_id, item_id, child_safety, event_seq)
        values (?, ?, ?, ?, ?, ?)
        """;
    private static final String ALL = """
        select r.id, r.edition, r.clauses, r.found, r.chosen, r.seed, t.words, r.due_days, r.made_by, r.made_at
          from re_review r
          left join personal_text t on t.id = r.reason
         order by r.made_at desc, r.id desc
        """;
    /** The newest second review of each: what was drawn before and is settled says nothing of this one. */
    private static final String CASES = """
        select c.decision_id, d.state as decided, q.drawn_at, s.state as stage
          from re_review_case c
          left join decision d on d.id = c.decision_id
          left join quality_draw q on q.decision_id = c.decision_id
               and q.drawn_at = (select max(x.drawn_at) from quality_draw x where x.decision_id = c.decision_id)
          left join second_review s on s.id = q.review_id
         where c.re_review_id = :id and (:cleared = true or c.child_safety = false)
         order by c.position
        """;

    private final Store store;
    private final EventLog log;
    private final TouchedDecisions touched;
    private final Requests requests;

    public ReReviews(Store store, EventLog log, TouchedDecisions touched, Requests requests) {
        this.store = store;
        this.log = log;
        this.touched = touched;
        this.requests = requests;
    }

    /**
     * How many it would be, of how many; nothing is changed.
     *
     * @throws EditionRefused where it cannot be
     */
    public Trial dryRun(Person lead, Shelf shelf, NewReReview wanted, Progress progress) {
        Draw draw = draw(lead, shelf, wanted, progress);
        return new Trial(
                draw.found(), draw.drawn().stream().map(Drawn::decisionId).toList());
    }

    /**
     * What a re-review would be of.
     *
     * @param found how many decisions are touched
     * @param decisions those that would be reviewed again, in the order of the draw
     */
    public record Trial(long found, List<String> decisions) {
        public Trial {
            decisions = List.copyOf(decisions);
        }
    }

    private Draw draw(Person lead, Shelf shelf, NewReReview wanted, Progress progress) {
        Rights.require(lead, Right.PLAN_QUALITY);
        Set<ClauseCode> can = BookChanges.touched(shelf.changes(wanted.edition()));
        StoredEditions.needs(
                !wanted.clauses().isEmpty() && can.containsAll(wanted.clauses()),
                Why.NO_CLAUSES,
                wanted.edition().name());
        int most = wanted.sample() == 0 ? NewReReview.MOST : wanted.sample();
        StoredEditions.needs(most <= NewReReview.MOST, Why.TOO_MANY, Integer.toString(NewReReview.MOST));
        Draw draw = touched.draw(lead, shelf, wanted.edition(), wanted.clauses(), most, wanted.seed(), progress);
        StoredEditions.needs(
                draw.found() > 0, Why.NOTHING_TOUCHED, wanted.edition().name());
        StoredEditions.needs(
                wanted.sample() > 0 || draw.found() <= NewReReview.MOST,
                Why.TOO_MANY,
                Integer.toString(NewReReview.MOST));
        return draw;
    }

    /**
     * Chooses the decisions and writes down which; {@link #ask} then asks for their second reviews.
     *
     * @throws EditionRefused where it cannot be
     * @throws java.util.concurrent.CancellationException when the progress asks to stop; nothing has changed then
     */
    public ReReview open(Person lead, Shelf shelf, NewReReview wanted, Progress progress) {
        int length = wanted.reason().length();
        StoredEditions.needs(length >= LEAST_REASON && length <= LONGEST_REASON, Why.NO_REASON, "");
        Draw draw = draw(lead, shelf, wanted, progress);
        String id = log.record(lead.name(), act -> write(act, wanted, draw));
        return find(lead, id);
    }

    private static String write(Act act, NewReReview wanted, Draw draw) {
        String id = Ids.next(act.at());
        String clauses = wanted.clauses().stream().map(ClauseCode::value).collect(Collectors.joining(" "));
        Object[] values = {
            wanted.edition().name(),
            clauses,
            draw.found(),
            draw.drawn().size(),
            wanted.seed(),
            act.keep(wanted.reason()),
            wanted.dueDays(),
            act.by(),
            act.at().toEpochMilli()
        };
        var row = new ArrayList<Object>(Arrays.asList(values));
        row.addFirst(id);
        row.addLast(act.next());
        act.handle().execute(INSERT, row.toArray());
        var facts = new TreeMap<String, Object>(Map.of(
                "reReview", id, "edition", wanted.edition().name(), "seed", wanted.seed(), "found", draw.found()));
        facts.put("chosen", draw.drawn().size());
        facts.put("reason", values[5]);
        act.append(new Entry(
                EventKind.RE_REVIEW_OPENED, null, null, facts, List.of(EditionTables.RE_REVIEW.added(id, values))));
        int position = 0;
        for (Drawn one : draw.drawn()) {
            position++;
            act.handle()
                    .execute(INSERT_CASE, id, position, one.decisionId(), one.itemId(), one.childSafety(), act.next());
            var told = EditionTables.CASE.added(id + " " + position, one.decisionId(), one.itemId(), one.childSafety());
            // Of the item, so that whoever reviews it blind is not shown that its first answer named such a clause.
            act.append(new Entry(
                    EventKind.RE_REVIEW_CHOSEN,
                    null,
                    one.itemId(),
                    Map.of("reReview", id, "decision", one.decisionId()),
                    List.of(told)));
        }
        return id;
    }

    /**
     * Asks for the second reviews that are not asked for yet.
     *
     * @return how many were asked for
     * @throws java.util.concurrent.CancellationException when the progress asks to stop; what was asked for stays asked
     */
    public int ask(Person lead, String id, Progress progress) {
        Rights.require(lead, Right.PLAN_QUALITY);
        ReReview reReview = find(lead, id);
        // Reasons can be erased; the request then says what it is for all the same.
        String reason = reReview.reason().isEmpty() ? reReview.edition() : reReview.reason();
        List<String> toAsk = cases(lead, reReview.id(), reReview.at()).stream()
                .filter(one -> one.stage() == Stage.TO_ASK)
                .map(Chosen::decisionId)
                .toList();
        int asked = 0;
        for (int i = 0; i < toAsk.size(); i++) {
            progress.pass(i, toAsk.size());
            asked += isAsked(lead, toAsk.get(i), reason, reReview.dueDays()) ? 1 : 0;
        }
        progress.pass(toAsk.size(), toAsk.size());
        return asked;
    }

    private boolean isAsked(Person lead, String decisionId, String reason, int dueDays) {
        try {
            return !requests.ask(lead, decisionId, reason, dueDays).isEmpty();
        } catch (QualityRefused meanwhile) {
            // It was taken back, or asked for by somebody else, since: how far it is says so.
            return false;
        }
    }

    /** Those of an edition, the newest first, and how far each is. */
    public List<ReReview> of(Person lead, Edition edition) {
        return all(lead).stream()
                .filter(one -> one.edition().equals(edition.name()))
                .toList();
    }

    /** Every one, the newest first, and how far it is. */
    public List<ReReview> all(Person lead) {
        Rights.require(lead, Right.PLAN_QUALITY);
        return store.read(ReReviews::rows).stream()
                .map(one -> with(one, Stages.of(cases(lead, one.id(), one.at()))))
                .toList();
    }

    private ReReview find(Person lead, String id) {
        return all(lead).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new EditionRefused(Why.UNKNOWN_RE_REVIEW, id));
    }

    private static List<ReReview> rows(Handle handle) {
        return handle.createQuery(ALL)
                .map((row, _) -> new ReReview(
                        row.getString(1),
                        row.getString(2),
                        Arrays.stream(row.getString(3).split(" "))
                                .map(ClauseCode::new)
                                .toList(),
                        row.getLong(4),
                        row.getInt(5),
                        row.getLong(6),
                        Optional.ofNullable(row.getString(7)).orElse(""),
                        row.getInt(8),
                        row.getString(9),
                        Instant.ofEpochMilli(row.getLong(10)),
                        ReReview.Stages.NONE))
                .list();
    }

    private static ReReview with(ReReview one, ReReview.Stages stages) {
        return new ReReview(
                one.id(),
                one.edition(),
                one.clauses(),
                one.found(),
                one.chosen(),
                one.seed(),
                one.reason(),
                one.dueDays(),
                one.by(),
                one.at(),
                stages);
    }

    /** How far one is. */
    private enum Stage {
        TO_ASK,
        WAITING,
        AGREED,
        DIFFERS,
        SETTLED,
        GONE
    }

    private record Chosen(String decisionId, Stage stage) {}

    private List<Chosen> cases(Person lead, String id, Instant madeAt) {
        return store.read(handle -> handle.createQuery(CASES)
                .bind("id", id)
                .bind("cleared", Rights.sees(lead, true))
                .map((row, _) -> new Chosen(
                        row.getString(1),
                        stage(
                                row.getString(2),
                                row.getLong(3) >= madeAt.toEpochMilli(),
                                Optional.ofNullable(row.getString(4)).orElse(""))))
                .list());
    }

    /** @param since whether its second review was asked for since the re-review began */
    private static Stage stage(@Nullable String decided, boolean since, String review) {
        Stage found =
                switch (review) {
                    case "WAITING", "TAKEN", "ANSWERED" -> Stage.WAITING;
                    case "DIFFERS" -> Stage.DIFFERS;
                    case "AGREED" -> Stage.AGREED;
                    case "KEPT", "OVERTURNED", "CALIBRATION" -> Stage.SETTLED;
                    case "DROPPED" -> Stage.GONE;
                    default -> Stage.TO_ASK;
                };
        boolean open = found == Stage.WAITING || found == Stage.DIFFERS;
        if (open || since && found != Stage.TO_ASK) {
            return found;
        }
        boolean stands = "IN_EFFECT".equals(decided) || "AWAITING_SECOND".equals(decided);
        return stands ? Stage.TO_ASK : Stage.GONE;
    }

    /** Counts them. */
    private static final class Stages {
        private Stages() {}

        static ReReview.Stages of(List<Chosen> cases) {
            Map<Stage, Long> counts =
                    cases.stream().collect(Collectors.groupingBy(Chosen::stage, Collectors.counting()));
            return new ReReview.Stages(
                    number(counts, Stage.TO_ASK),
                    number(counts, Stage.WAITING),
                    number(counts, Stage.AGREED),
                    number(counts, Stage.DIFFERS),
                    number(counts, Stage.SETTLED),
                    number(counts, Stage.GONE));
        }

        private static int number(Map<Stage, Long> counts, Stage stage) {
            return counts.getOrDefault(stage, 0L).intValue();
        }
    }
}
