package org.moderationdesk.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.DecisionFact;
import org.moderationdesk.decisions.StoredFacts;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.queue.CaseArchive;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * The decisions that one person may know of. The newest come straight from the store; filters, orders and figures go over
 * {@link DecisionFacts}, which are read once and kept up from then on. Any thread but the JavaFX one may call it; one
 * that reads or keeps up waits for another that does.
 */
public final class DecisionLog {
    private static final int MARGIN = 50;
    private static final int AT_ONCE = 10_000;

    private final StoredFacts stored;
    private final CaseArchive cases;
    private final QualityStates quality;
    private final Person viewer;

    private FactGathering gathering = new FactGathering();
    private Set<String> hidden = Set.of();
    private long through = -1;
    private long qualityThrough;
    private volatile @Nullable DecisionFacts facts;

    public DecisionLog(StoredFacts stored, CaseArchive cases, QualityStates quality, Person viewer) {
        this.stored = stored;
        this.cases = cases;
        this.quality = quality;
        this.viewer = viewer;
    }

    /** Columns, once {@link #load} has read them. */
    public Optional<DecisionFacts> facts() {
        return Optional.ofNullable(facts);
    }

    /**
     * The columns as the store is now: reads all of it the first time, which takes seconds for a million decisions, and
     * what has changed since from then on.
     *
     * @param progress in entries of the log, the first time
     * @throws org.moderationdesk.staff.RightRefused without {@link Right#SEE_DECISIONS}
     */
    public synchronized DecisionFacts load(Progress progress) {
        Rights.require(viewer, Right.SEE_DECISIONS);
        return kept(progress);
    }

    /**
     * The same, for who makes figures of them and shows no single one.
     *
     * @param progress as for {@link #load}
     * @throws org.moderationdesk.staff.RightRefused without {@link Right#SEE_INSIGHTS}
     */
    public synchronized DecisionFacts loadForFigures(Progress progress) {
        Rights.require(viewer, Right.SEE_INSIGHTS);
        return kept(progress);
    }

    private DecisionFacts kept(Progress progress) {
        long head = stored.head();
        Set<String> hides = cases.hiddenItems(viewer);
        boolean tells = gathering.tellsOf(less(hides, hidden));
        if (tells) {
            // What must not be known any more goes at once, with all the rest.
            facts = null;
        }
        if (through < 0 || tells || !hides.containsAll(hidden)) {
            through = -1;
            qualityThrough = 0;
            var anew = new FactGathering();
            stored.stream(0, fact -> {
                take(anew, hides, fact);
                progress.pass(fact.seq(), head);
            });
            gathering = anew;
        } else if (head > through) {
            stored.changedSince(through).forEach(fact -> take(gathering, hides, fact));
        }
        markQuality();
        hidden = hides;
        through = head;
        DecisionFacts now = gathering.view();
        facts = now;
        return now;
    }

    private static Set<String> less(Set<String> all, Set<String> without) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    /** A decision is sampled long after it was told, so that every state finds its row. */
    private void markQuality() {
        List<QualityStates.Marked> page;
        do {
            page = quality.since(viewer, qualityThrough, AT_ONCE);
            for (QualityStates.Marked one : page) {
                gathering.become(one.decisionId(), one.state());
                qualityThrough = one.eventSeq();
            }
        } while (page.size() == AT_ONCE);
    }

    private void take(FactGathering into, Set<String> hides, DecisionFact fact) {
        if (mayKnow(hides, fact)) {
            into.take(fact);
        }
    }

    private boolean mayKnow(Set<String> hides, DecisionFact fact) {
        return Rights.sees(viewer, fact.childSafety()) && !hides.contains(fact.itemId());
    }

    /**
     * The newest decisions told before this entry, straight from the store.
     *
     * @throws org.moderationdesk.staff.RightRefused without {@link Right#SEE_DECISIONS}
     */
    public List<DecisionFact> before(long seq, int limit) {
        Rights.require(viewer, Right.SEE_DECISIONS);
        Set<String> hides = cases.hiddenItems(viewer);
        List<DecisionFact> found = new ArrayList<>(limit);
        long last = seq;
        List<DecisionFact> page;
        int asked;
        do {
            asked = limit - found.size() + (hides.isEmpty() ? 0 : MARGIN);
            page = stored.before(last, asked);
            for (DecisionFact fact : page) {
                last = fact.seq();
                if (found.size() < limit && mayKnow(hides, fact)) {
                    found.add(fact);
                }
            }
        } while (found.size() < limit && page.size() == asked);
        return found;
    }

    /**
     * These decisions, in this order, as the store has them now; those that are not there, or not to be known, are left
     * out.
     *
     * @throws org.moderationdesk.staff.RightRefused without {@link Right#SEE_DECISIONS}
     */
    public List<DecisionFact> named(List<Long> seqs) {
        Rights.require(viewer, Right.SEE_DECISIONS);
        Set<String> hides = cases.hiddenItems(viewer);
        Map<Long, DecisionFact> found = new HashMap<>();
        stored.named(seqs).forEach(fact -> found.put(fact.seq(), fact));
        return seqs.stream()
                .flatMap(seq -> Optional.ofNullable(found.get(seq)).stream())
                .filter(fact -> mayKnow(hides, fact))
                .toList();
    }

    /**
     * The decision of this id, straight from the store; empty where it is not there, or not to be known.
     *
     * @throws org.moderationdesk.staff.RightRefused without {@link Right#SEE_DECISIONS}
     */
    public Optional<DecisionFact> of(String decisionId) {
        Rights.require(viewer, Right.SEE_DECISIONS);
        Set<String> hides = cases.hiddenItems(viewer);
        return stored.of(decisionId).stream()
                .filter(fact -> mayKnow(hides, fact))
                .findFirst();
    }

    /** Whose log it is. */
    public Person viewer() {
        return viewer;
    }
}
