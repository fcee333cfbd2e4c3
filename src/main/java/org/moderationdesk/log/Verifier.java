package org.moderationdesk.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;

/**
 * Proves that nothing was changed behind the log's back: the chain from the first entry, the columns of each entry, and
 * every row of the projected tables against the entry that last told of it. Reads in one stream, with memory that does
 * not grow with the log.
 *
 * <p>What it cannot see: whoever can write the file and knows its key can write a whole new chain, or take entries from
 * the end and set the head back with all their rows. Only a head that was noted elsewhere shows that.
 */
public final class Verifier {
    /** About 50 MB. */
    private static final int MOST_WAITING = 1 << 20;

    private final Store store;
    private final List<ProjectedTable> tables;
    private final int mostWaiting;

    /** @param tables all projected tables of all rooms */
    public Verifier(Store store, List<ProjectedTable> tables) {
        this(store, tables, MOST_WAITING);
    }

    Verifier(Store store, List<ProjectedTable> tables, int mostWaiting) {
        this.store = store;
        this.tables = List.copyOf(tables);
        this.mostWaiting = mostWaiting;
    }

    /**
     * Walks the log; people may go on working meanwhile.
     *
     * @param progress in entries
     */
    public Verdict verify(Progress progress) {
        var superseded = new Superseded(mostWaiting);
        List<String> names = Stream.concat(
                        Stream.of(PersonalTexts.TABLE), tables.stream().map(ProjectedTable::name))
                .toList();
        LogHead holds;
        do {
            var walk = new Walk(store, tables, new EntryCheck(superseded, names));
            Finding finding = walk.run(progress);
            if (finding == null && superseded.firstLeft() != 0) {
                finding = lost(superseded);
            }
            holds = walk.holds();
            if (finding != null) {
                return Verdict.broken(holds, finding);
            }
        } while (superseded.again());
        return Verdict.intact(holds);
    }

    /** The hash of the last entry, as the store has it; {@link #verify} proves it. */
    public String head() {
        return store.read(LogHead::read).hash();
    }

    /** The row that an entry told of, that is not there, and that no later entry tells of. */
    private Finding lost(Superseded superseded) {
        long entry = superseded.firstLeft();
        String body = store.read(handle -> handle.createQuery("select body from event where seq = :seq")
                .bind("seq", entry)
                .mapTo(String.class)
                .one());
        return BodyScanner.scan(body.getBytes(StandardCharsets.UTF_8)).rows().stream()
                .filter(told -> told.digest() != null && superseded.isLeft(entry, told.table(), told.key()))
                .map(told -> lost(entry, told))
                .findFirst()
                .orElseThrow();
    }

    private static Finding lost(long entry, Told told) {
        return told.table().equals(PersonalTexts.TABLE)
                ? Finding.of(entry, "lostText", told.key())
                : Finding.of(entry, "lostRow", told.table(), told.key());
    }
}
