package org.moderationdesk.retention;

import java.util.List;
import java.util.Map;

/** What is written beside an item of a person concerned, and told to them without who wrote it. Not for the JavaFX thread. */
@FunctionalInterface
public interface WrittenBeside {
    WrittenBeside NOTHING = _ -> List.of();

    /** Each piece by its fields: {@code at}, as ISO 8601, and {@code words}. */
    List<Map<String, Object>> about(String itemId);
}
