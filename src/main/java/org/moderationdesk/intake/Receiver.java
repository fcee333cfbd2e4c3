package org.moderationdesk.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.moderationdesk.db.Store;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemBatch;
import org.moderationdesk.items.ItemNews;
import org.moderationdesk.items.ItemWriter;
import org.moderationdesk.items.LineRefused;
import org.moderationdesk.items.PreparedItem;
import org.moderationdesk.items.Report;
import org.moderationdesk.log.Act;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.queue.CaseBatch;
import org.moderationdesk.queue.CaseChange;
import org.moderationdesk.queue.CaseWriter;

/** Takes lines that were read into the store and the queue, a batch in one act. Safe for any thread. */
public final class Receiver {
    private final ItemWriter items;
    private final CaseWriter cases;
    private final MediaStore media;

    public Receiver(ItemWriter items, CaseWriter cases, MediaStore media) {
        this.items = items;
        this.cases = cases;
        this.media = media;
    }

    void sweep() throws IOException {
        media.sweep();
    }

    /** Does what can be done before the act, so that nobody waits for files while it holds the log. */
    Batch prepare(Path folder, List<ReadLine> lines, Store store) {
        List<FlaggedItem> flagged = flagged(lines);
        var fetch = new MediaFetch(folder, media);
        List<FlaggedItem> withMedia = flagged(
                        lines.stream().filter(line -> line.raw().isInAFile()).toList())
                .stream()
                .filter(Receiver::namesFiles)
                .toList();
        if (!withMedia.isEmpty()) {
            fetch.stage(store.read(handle -> items.withNewVersion(handle, withMedia)));
        }
        for (ReadLine line : lines) {
            if (line instanceof ReadLine.Item item) {
                item.files()
                        .forEach((position, content) ->
                                fetch.stage(item.prepared().flagged().item().id(), position, content));
            }
        }
        return new Batch(lines, flagged, fetch);
    }

    private static boolean namesFiles(FlaggedItem line) {
        return line.item().media().stream().anyMatch(file -> file.path() != null);
    }

    static List<FlaggedItem> flagged(List<ReadLine> lines) {
        List<FlaggedItem> flagged = new ArrayList<>(lines.size());
        for (ReadLine line : lines) {
            if (line instanceof ReadLine.Item item) {
                flagged.add(item.prepared().flagged());
            }
        }
        return flagged;
    }

    /** What a batch did. */
    record Received(Tally tally, List<ReadLine.Refused> refused) {}

    /** Lines on their way into one act. */
    final class Batch implements AutoCloseable {
        private final List<ReadLine> lines;
        private final List<FlaggedItem> flagged;
        private final MediaFetch fetch;

        Batch(List<ReadLine> lines, List<FlaggedItem> flagged, MediaFetch fetch) {
            this.lines = lines;
            this.flagged = flagged;
            this.fetch = fetch;
        }

        Received write(Act act) {
            var tally = new Tally();
            List<ReadLine.Refused> refused = new ArrayList<>();
            ItemBatch itemBatch = items.begin(act, flagged);
            CaseBatch caseBatch = cases.begin(act, flagged);
            var uncounted = new Tally();
            for (ReadLine line : lines) {
                boolean counts = line.raw().isInAFile();
                tally.read += counts ? 1 : 0;
                switch (line) {
                    case ReadLine.Refused already -> refused.add(already);
                    case ReadLine.Item item -> {
                        try {
                            write(act, item.prepared(), itemBatch, caseBatch, counts ? tally : uncounted);
                        } catch (LineRefused now) {
                            if (!counts) {
                                continue;
                            }
                            refused.add(new ReadLine.Refused(item.raw(), now.reason()));
                        }
                    }
                }
            }
            tally.rejected = refused.size();
            itemBatch.flush();
            caseBatch.flush();
            return new Received(tally, refused);
        }

        /** Refusals come before anything is written: a refused line leaves no trace. */
        private void write(Act act, PreparedItem line, ItemBatch itemBatch, CaseBatch caseBatch, Tally tally) {
            ItemNews news = itemBatch.news(line);
            if (news.nothing()) {
                tally.unchanged++;
                return;
            }
            Item item = line.flagged().item();
            List<Report> reports = news.reports();
            itemBatch.write(line, news, news.version() ? fetch.keep(act.handle(), item) : List.of());
            CaseChange change = caseBatch.add(item, reports, news.version());
            Long caseId = change.caseId();
            if (caseId != null) {
                itemBatch.writeReports(item, news, caseId);
            }
            tally.mergedReports += change.merged();
            tally.newCases += change.opened() ? 1 : 0;
            tally.updated += reports.isEmpty() ? 1 : 0;
        }

        @Override
        public void close() {
            fetch.close();
        }
    }
}
