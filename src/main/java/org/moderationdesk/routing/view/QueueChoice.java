package org.moderationdesk.routing.view;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows queues by what people call them. */
final class QueueChoice extends StringConverter<String> {
    private final QueueWords words;

    QueueChoice(QueueWords words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable String name) {
        return name == null ? "" : words.queue(name);
    }

    @Override
    public String fromString(String shown) {
        return shown;
    }
}
