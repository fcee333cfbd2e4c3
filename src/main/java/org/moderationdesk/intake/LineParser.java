package org.moderationdesk.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.items.LineRefused;
import org.moderationdesk.items.LineRefused.Reason;
import org.moderationdesk.items.PreparedItem;

/**
 * Reads and parses lines on a thread of its own, a batch ahead of the writer, so that both cores work. Closing it ends
 * that thread.
 */
final class LineParser implements AutoCloseable {
    private static final int MOST_LINES = 1_000;
    /** A batch ends beyond this, so that a file of monstrous lines fits in a small heap. */
    private static final int ENOUGH_BYTES = 4_000_000;

    private final LineReader lines;
    private final DeskFormat format;
    private final BlockingQueue<Parsed> ready = new ArrayBlockingQueue<>(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("intake-parser").unstarted(this::run);

    LineParser(InputStream in, DeskFormat format) {
        this.lines = new LineReader(in, DeskFormat.LONGEST_LINE);
        this.format = format;
    }

    void start() {
        thread.start();
    }

    /**
     * The next lines, up to 1,000; none at the end of the file.
     *
     * @throws IOException when the file could not be read further
     */
    List<ReadLine> next() throws IOException, InterruptedException {
        Parsed parsed = ready.take();
        if (parsed.failure() != null) {
            throw new IOException(parsed.failure());
        }
        return parsed.lines();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            boolean more = true;
            while (more) {
                Parsed parsed = parse();
                ready.put(parsed);
                more = !parsed.lines().isEmpty() && parsed.failure() == null;
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private Parsed parse() {
        try {
            return new Parsed(batch(), null);
        } catch (IOException | RuntimeException failed) {
            return new Parsed(List.of(), failed);
        }
    }

    private List<ReadLine> batch() throws IOException {
        List<ReadLine> batch = new ArrayList<>(MOST_LINES);
        long bytes = 0;
        while (batch.size() < MOST_LINES && bytes < ENOUGH_BYTES) {
            Optional<RawLine> line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            if (!line.get().isBlank()) {
                bytes += line.get().bytes().length;
                batch.add(read(line.get()));
            }
        }
        return batch;
    }

    private ReadLine read(RawLine line) {
        if (!line.whole()) {
            return new ReadLine.Refused(line, Reason.LINE_TOO_LONG);
        }
        try {
            return new ReadLine.Item(line, new PreparedItem(format.read(line.bytes())));
        } catch (LineRefused refused) {
            return new ReadLine.Refused(line, refused.reason());
        }
    }

    private record Parsed(List<ReadLine> lines, @Nullable Exception failure) {}
}
