package org.moderationdesk.decisions;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.moderationdesk.db.Store;

/** What was decided, row by row: for lists and figures. Any thread but the JavaFX one may call it. */
public final class StoredFacts {
    private static final int PAGE = 20_000;
    private static final int AT_ONCE = 200;
    private static final String SELECT = "select " + DecisionFact.COLUMNS + " from decision_fact f ";
    private static final String BEFORE = SELECT + "where f.seq < :seq order by f.seq desc fetch first :limit rows only";
    private static final String AFTER = SELECT + "where f.seq > ? order by f.seq fetch first ? rows only";
    private static final String NAMED = SELECT + "where f.seq in (<seqs>)";
    private static final String OF = SELECT + "where f.decision_id = :id";
    private static final String CHANGED = "select " + DecisionFact.COLUMNS + """
         from decision d
         join decision_fact f on f.decision_id = d.id
         where d.event_seq > :seq
         order by d.event_seq
        """;

    private final Store store;

    public StoredFacts(Store store) {
        this.store = store;
    }

    /** The decisions told before this entry, newest first. */
    public List<DecisionFact> before(long seq, int limit) {
        return store.read(handle -> handle.createQuery(BEFORE)
                .bind("seq", seq)
                .bind("limit", limit)
                .map((row, _) -> DecisionFact.read(row))
                .list());
    }

    /** The decision of this id; none or one. */
    public List<DecisionFact> of(String decisionId) {
        return store.read(handle -> handle.createQuery(OF)
                .bind("id", decisionId)
                .map((row, _) -> DecisionFact.read(row))
                .list());
    }

    /** The decisions told by these entries, in no order. */
    public List<DecisionFact> named(List<Long> seqs) {
        List<DecisionFact> found = new ArrayList<>(seqs.size());
        for (int from = 0; from < seqs.size(); from += AT_ONCE) {
            List<Long> some = seqs.subList(from, Math.min(seqs.size(), from + AT_ONCE));
            found.addAll(store.read(handle -> handle.createQuery(NAMED)
                    .bindList("seqs", some)
                    .map((row, _) -> DecisionFact.read(row))
                    .list()));
        }
        return found;
    }

    /**
     * Gives every decision told after this entry, oldest first, in pages of their own: the store goes on working, and a
     * million need no more memory than a few.
     */
    public void stream(long after, Consumer<DecisionFact> out) {
        long last = after;
        int read;
        do {
            long from = last;
            var page = new Object() {
                int rows;
                long seq = from;
            };
            store.read(handle -> {
                // Plain JDBC: a million rows.
                try (PreparedStatement select = handle.getConnection().prepareStatement(AFTER)) {
                    select.setLong(1, from);
                    select.setInt(2, PAGE);
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            DecisionFact fact = DecisionFact.read(row);
                            out.accept(fact);
                            page.rows++;
                            page.seq = fact.seq();
                        }
                    }
                }
                return page.rows;
            });
            read = page.rows;
            last = page.seq;
        } while (read == PAGE);
    }

    /** The decisions that are new since this entry, or whose state has changed since, oldest first. */
    public List<DecisionFact> changedSince(long seq) {
        return store
                .read(handle -> handle.createQuery(CHANGED)
                        .bind("seq", seq)
                        .map((row, _) -> DecisionFact.read(row))
                        .list())
                .stream()
                .sorted(Comparator.comparingLong(DecisionFact::seq))
                .toList();
    }

    /** The last entry of the log. */
    public long head() {
        return store.read(handle -> handle.createQuery("select seq from log_head where id = 1")
                .mapTo(Long.class)
                .one());
    }
}
