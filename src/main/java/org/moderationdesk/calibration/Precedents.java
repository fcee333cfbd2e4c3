package org.moderationdesk.calibration;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.BlindItems;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Rulings as precedents, read for whoever decides and whoever looks one up. Any thread but the JavaFX one may call it. */
public final class Precedents {
    /** More than anybody reads, and few enough to be held in memory. */
    private static final int MOST = 2_000;

    /** After it, what was erased meanwhile is in no memory any more. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private static final String UNMARKED = Clearance.unmarked("r.item_id");
    private static final String NEWEST = "select coalesce(max(event_seq), 0) from ruling";
    private static final String IN_FORCE = "select " + RulingRow.COLUMNS + """
         from ruling r
         where r.state = 'IN_FORCE' and (:cleared = true or r.child_safety = false and %s)
           and not exists (select 1
                             from second_review mine
                            where mine.item_id = r.item_id and mine.state = 'TAKEN' and mine.second_person = :me)
         order by r.state desc, r.ruled_at desc, r.id desc
         fetch first :most rows only
        """.formatted(UNMARKED);
    private static final String WITHDRAWN = "select " + RulingRow.COLUMNS + """
         from ruling r
         where r.state = 'WITHDRAWN' and (:cleared = true or r.child_safety = false and %s)
           and not exists (select 1
                             from second_review mine
                            where mine.item_id = r.item_id and mine.state = 'TAKEN' and mine.second_person = :me)
         order by r.state desc, r.ruled_at desc, r.id desc
         fetch first :most rows only
        """.formatted(UNMARKED);

    private final Store store;
    private final InstantSource clock;
    private final Book inForce;
    private final Function<String, Optional<Book>> editions;
    private final AtomicReference<Kept> kept = new AtomicReference<>();

    /** @param editions the book of an earlier edition; empty for one that is not known here any more */
    public Precedents(Store store, InstantSource clock, Book inForce, Function<String, Optional<Book>> editions) {
        this.store = store;
        this.clock = clock;
        this.inForce = inForce;
        this.editions = editions;
    }

    private record Kept(long seq, boolean cleared, Set<String> blind, Instant at, PrecedentBook book) {}

    /** Those in force, for one who decides: read once, and again only when a ruling has come or gone. */
    public PrecedentBook book(Person viewer) {
        Rights.require(viewer, Right.LOOK);
        boolean cleared = Rights.sees(viewer, true);
        Instant now = clock.instant();
        return store.read(handle -> {
            Set<String> blind = BlindItems.of(handle, viewer.name());
            long seq = handle.createQuery(NEWEST).mapTo(Long.class).one();
            Kept before = kept.get();
            if (before != null
                    && before.seq() == seq
                    && before.cleared() == cleared
                    && before.blind().equals(blind)
                    && before.at().plus(KEPT).isAfter(now)) {
                return before.book();
            }
            var book = new PrecedentBook(read(handle, IN_FORCE, viewer));
            kept.set(new Kept(seq, cleared, blind, now, book));
            return book;
        });
    }

    /** Those whose clauses begin so, such as 5, 5.3 or 5.3.3, the newest first; also those withdrawn, after the others. */
    public List<Precedent> find(Person viewer, String clauses) {
        Rights.require(viewer, Right.LOOK);
        String wanted = clauses.strip();
        return store
                .read(handle -> Arrays.asList(read(handle, IN_FORCE, viewer), read(handle, WITHDRAWN, viewer)))
                .stream()
                .flatMap(List::stream)
                .filter(one -> one.answer().clauses().stream().anyMatch(clause -> begins(clause, wanted)))
                .limit(MOST)
                .toList();
    }

    private static boolean begins(ClauseCode clause, String wanted) {
        String code = clause.value();
        return wanted.isEmpty()
                || code.equals(wanted)
                || code.startsWith(wanted.endsWith(".") ? wanted : wanted + ".")
                || code.startsWith(wanted) && Character.isLetter(code.charAt(wanted.length()));
    }

    private List<Precedent> read(Handle handle, String sql, Person viewer) {
        List<RulingRow> rows = handle.createQuery(sql)
                .bind("cleared", Rights.sees(viewer, true))
                .bind("me", viewer.name())
                .bind("most", MOST)
                .map((row, _) -> RulingRow.read(row))
                .list();
        Map<String, Optional<Book>> books = new HashMap<>();
        return RulingRow.shown(handle, rows).stream()
                .map(ruling -> precedent(ruling, books))
                .toList();
    }

    private Precedent precedent(Ruling ruling, Map<String, Optional<Book>> books) {
        Ruling.Withdrawal withdrawn = ruling.withdrawn();
        return new Precedent(
                ruling.id(),
                ruling.edition(),
                ruling.answer(),
                ruling.reason(),
                ruling.ruledAt(),
                changed(ruling, books),
                withdrawn == null ? null : withdrawn.why());
    }

    /** Those of its clauses that are not what they were; all of them where nobody knows any more what they were. */
    private Set<ClauseCode> changed(Ruling ruling, Map<String, Optional<Book>> books) {
        if (ruling.edition().equals(inForce.edition())) {
            return Set.of();
        }
        Optional<Book> then = books.computeIfAbsent(ruling.edition(), editions);
        return ruling.answer().clauses().stream()
                .filter(clause -> then.isEmpty() || !isSame(then.get(), clause))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isSame(Book then, ClauseCode clause) {
        return then.clause(clause).isPresent()
                && inForce.clause(clause).isPresent()
                && Arrays.stream(Language.values()).allMatch(language -> then.words(language)
                        .text(clause)
                        .equals(inForce.words(language).text(clause)));
    }
}
