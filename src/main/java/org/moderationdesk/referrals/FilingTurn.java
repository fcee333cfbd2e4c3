package org.moderationdesk.referrals;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.base.Ids;
import org.moderationdesk.log.Act;

/**
 * The turn to take one filing on: one desk at a time has it, and it is held anew with each step that is kept. Longer than
 * any answer is waited for, so that whoever takes over a turn that has ended knows that nothing of it is still under way.
 */
final class FilingTurn {
    /** More than the two minutes that are waited for an answer, and for it to be kept. */
    static final Duration LENGTH = Duration.ofMinutes(5);

    private static final String TAKE = """
        update filing_run set holder = ?, ends_at = ? where filing_id = ? and (ends_at <= ? or ? = true)
        """;
    private static final String FIRST =
            "insert into filing_run (filing_id, item_id, holder, ends_at) values (?, ?, ?, ?)";
    private static final String HOLD = "update filing_run set ends_at = ? where filing_id = ? and holder = ?";
    private static final String END = "update filing_run set ends_at = 0 where filing_id = ? and holder = ?";
    private static final String HAS = "select count(*) from filing_run where filing_id = ?";

    private final String filingId;
    private final String holder;

    private FilingTurn(String filingId, String holder) {
        this.filingId = filingId;
        this.holder = holder;
    }

    /**
     * Takes it, in the open act.
     *
     * @param alone whether no other process has this store open, so that a turn that was left is nobody's
     * @throws FilingRefused where another has it
     */
    static FilingTurn take(Act act, Filing filing, boolean alone) {
        Handle handle = act.handle();
        Instant now = act.at();
        var turn = new FilingTurn(filing.id(), Ids.next(now));
        long end = now.plus(LENGTH).toEpochMilli();
        if (handle.createQuery(HAS).bind(0, filing.id()).mapTo(Integer.class).one() == 0) {
            handle.execute(FIRST, filing.id(), filing.itemId(), turn.holder, end);
        } else if (handle.execute(TAKE, turn.holder, end, filing.id(), now.toEpochMilli(), alone) == 0) {
            throw new FilingRefused(FilingRefused.Why.UNDER_WAY);
        }
        return turn;
    }

    /**
     * Holds it for another while, in the open act.
     *
     * @param longer for an upload: how long it may take beside the answer
     * @throws FilingRefused where another has it meanwhile
     */
    void hold(Act act, Duration longer) {
        long end = act.at().plus(LENGTH).plus(longer).toEpochMilli();
        if (act.handle().execute(HOLD, end, filingId, holder) == 0) {
            throw new FilingRefused(FilingRefused.Why.UNDER_WAY);
        }
    }

    /** Gives it back; answers with whether it was still held. */
    boolean end(Handle handle) {
        return handle.execute(END, filingId, holder) > 0;
    }
}
