package org.moderationdesk.editions;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.EditionFiles;

/** A made-up second edition with a change of each kind, marked as an example in its introduction. */
public final class ExampleEdition {
    public static final String NAME = "2026-12";

    private ExampleEdition() {}

    public static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(
                                    ExampleEdition.class.getResource("/guidelines/example-2026-12/book.json"))
                            .toURI())
                    .getParent();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static EditionFiles files() {
        return new BookReader().files(folder());
    }

    public static Book book() {
        return new BookReader().read(files());
    }
}
