package org.moderationdesk.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.LongConsumer;

/** Writes rows to a file that is there whole, or not at all: until then what stood in its place stays. */
final class WholeFile {
    private final Path target;
    private final Path folder;

    WholeFile(Path file) throws FileSystemException {
        target = file.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null || Files.isDirectory(target)) {
            throw new FileSystemException(target.toString());
        }
        folder = parent;
    }

    /** Gives rows to a writer. */
    interface Rows {
        void to(RowWriter writer) throws IOException;
    }

    /**
     * Writes the rows.
     *
     * @param columns of a CSV file
     * @param tell told how many there are, when all are written and before the file takes its place
     */
    long write(ExportForm form, List<String> columns, Rows rows, LongConsumer tell) throws IOException {
        Path part = Files.createTempFile(folder, "export", ".part");
        try {
            long written;
            Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
            try (RowWriter writer =
                    switch (form) {
                        case JSONL -> new JsonLines(out);
                        case CSV -> new CsvRows(out, columns);
                    }) {
                rows.to(writer);
                written = writer.rows();
            }
            tell.accept(written);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } catch (UncheckedIOException failed) {
            throw new IOException(failed.getMessage(), failed);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
