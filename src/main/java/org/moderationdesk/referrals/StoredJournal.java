package org.moderationdesk.referrals;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;

/**
 * The history of one filing in the store, each step an entry of the log. Keeps nothing for whom the filing was taken from
 * meanwhile. Not for the JavaFX thread.
 */
final class StoredJournal implements FilingJournal {
    private static final String ASKED = """
        insert into filing_request (filing_id, place, item_id, what, report, file, asked_at, sent, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String CAME = """
        insert into filing_reply (filing_id, place, item_id, came_at, outcome, code, report, file_id, status, request_no,
                                  received, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String WISHED = """
        insert into filing_wish (filing_id, place, item_id, kind, person, at, requests, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String STEPS = """
        select q.what, q.report as about, q.file, q.asked_at, r.came_at, r.outcome, r.code, r.report, r.file_id
          from filing_request q
          left join filing_reply r on r.filing_id = q.filing_id and r.place = q.place
         where q.filing_id = ?
         order by q.filing_id, q.place
        """;
    private static final String WISHES =
            "select kind, person, at, requests from filing_wish where filing_id = ? order by filing_id, place";
    private static final String REQUESTS = "select count(*) from filing_request where filing_id = ?";
    private static final String DECIDED = "select count(*) from filing_wish where filing_id = ?";

    private final Store store;
    private final EventLog log;
    private final Filing filing;
    private final FilingTurn turn;
    private final String by;

    /** @param by whose desk takes it on */
    StoredJournal(Store store, EventLog log, Filing filing, FilingTurn turn, String by) {
        this.store = store;
        this.log = log;
        this.filing = filing;
        this.turn = turn;
        this.by = by;
    }

    @Override
    public FilingHistory history() {
        return store.read(handle -> history(handle, filing.id()));
    }

    static FilingHistory history(Handle handle, String filingId) {
        List<FilingStep> steps = handle.createQuery(STEPS)
                .bind(0, filingId)
                .map((row, _) -> step(row))
                .list();
        List<FilingWish> wishes = handle.createQuery(WISHES)
                .bind(0, filingId)
                .map((row, _) -> new FilingWish(
                        FilingWish.Kind.valueOf(row.getString("kind")),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("person"),
                        row.getInt("requests")))
                .list();
        return new FilingHistory(steps, wishes);
    }

    @Override
    public void asks(FilingStep step, Call call) {
        var _ = log.record(by, act -> {
            turn.hold(act, HttpCybertipline.longest(call));
            int place = count(act, REQUESTS) + 1;
            String sent = Papers.keep(act, filing.id(), filing.itemId(), withoutTheFile(call));
            act.writeOne(
                    ASKED,
                    filing.id(),
                    place,
                    filing.itemId(),
                    step.what().name(),
                    step.report(),
                    step.file(),
                    step.asked().toEpochMilli(),
                    sent,
                    act.next());
            var row = ReferralTables.REQUEST.added(
                    filing.id() + " " + place,
                    filing.itemId(),
                    step.what(),
                    step.report(),
                    step.file(),
                    step.asked().toEpochMilli(),
                    sent);
            return act.append(new Entry(
                    EventKind.FILING_ASKED,
                    null,
                    filing.itemId(),
                    facts(place, Map.of("what", step.what().name(), "sent", sent)),
                    List.of(row)));
        });
    }

    @Override
    public void came(FilingReply reply, @Nullable Answer answer) {
        var _ = log.record(by, act -> {
            turn.hold(act, Duration.ZERO);
            int place = count(act, REQUESTS);
            @Nullable
            String received = answer == null ? null : Papers.keep(act, filing.id(), filing.itemId(), answer.body());
            @Nullable Integer status = answer == null ? null : answer.status();
            @Nullable String number = answer == null ? null : shortened(answer.requestId());
            long at = reply.came().toEpochMilli();
            act.writeOne(
                    CAME,
                    filing.id(),
                    place,
                    filing.itemId(),
                    at,
                    reply.outcome().name(),
                    reply.code(),
                    reply.report(),
                    reply.fileId(),
                    status,
                    number,
                    received,
                    act.next());
            var row = ReferralTables.REPLY.added(
                    filing.id() + " " + place,
                    filing.itemId(),
                    at,
                    reply.outcome(),
                    reply.code(),
                    reply.report(),
                    reply.fileId(),
                    status,
                    number,
                    received);
            var told = new HashMap<String, Object>(
                    Map.of("outcome", reply.outcome().name()));
            if (received != null) {
                told.put("received", received);
            }
            return act.append(
                    new Entry(EventKind.FILING_ANSWERED, null, filing.itemId(), facts(place, told), List.of(row)));
        });
    }

    /** Keeps what a person decided of it, in the open act. */
    static void wish(Act act, Filing filing, FilingWish.Kind kind) {
        int place = count(act, DECIDED, filing.id()) + 1;
        int requests = count(act, REQUESTS, filing.id());
        long at = act.at().toEpochMilli();
        act.writeOne(WISHED, filing.id(), place, filing.itemId(), kind.name(), act.by(), at, requests, act.next());
        var row = ReferralTables.WISH.added(filing.id() + " " + place, filing.itemId(), kind, act.by(), at, requests);
        act.append(new Entry(
                EventKind.FILING_DECIDED,
                null,
                filing.itemId(),
                Map.of("filing", filing.id(), "kind", kind.name()),
                List.of(row)));
    }

    private Map<String, Object> facts(int place, Map<String, ?> more) {
        var facts = new HashMap<String, Object>(more);
        facts.put("filing", filing.id());
        facts.put("request", place);
        return facts;
    }

    private int count(Act act, String what) {
        return count(act, what, filing.id());
    }

    private static int count(Act act, String what, String filingId) {
        return act.handle()
                .createQuery(what)
                .bind(0, filingId)
                .mapTo(Integer.class)
                .one();
    }

    private static byte[] withoutTheFile(Call call) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(call.head());
        bytes.writeBytes(call.tail());
        return bytes.toByteArray();
    }

    /** As long as a row holds: what comes from outside is as long as it likes. */
    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }

    private static FilingStep step(ResultSet row) throws SQLException {
        return new FilingStep(
                What.valueOf(row.getString("what")),
                row.getObject("about", Long.class),
                row.getInt("file"),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                reply(row));
    }

    private static @Nullable FilingReply reply(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new FilingReply(
                        Instant.ofEpochMilli(row.getLong("came_at")),
                        Outcome.valueOf(outcome),
                        row.getObject("code", Integer.class),
                        row.getObject("report", Long.class),
                        row.getString("file_id"));
    }
}
