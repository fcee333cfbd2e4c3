package org.moderationdesk.routing.view;

import java.util.stream.Collectors;
import org.moderationdesk.base.Texts;
import org.moderationdesk.routing.PlanChange;

/** How people call queues, and what a version changed. */
final class QueueWords {
    private final Texts texts;

    QueueWords(Texts texts) {
        this.texts = texts;
    }

    String queue(String name) {
        String key = "queue.name." + name;
        return texts.has(key) ? texts.get(key) : name;
    }

    String change(PlanChange change) {
        String name = change.kind().name().startsWith("RULE") ? change.name() : queue(change.name());
        String parts = change.parts().stream()
                .sorted()
                .map(part -> texts.get("routing.part." + part))
                .collect(Collectors.joining(", "));
        return texts.get("routing.change." + change.kind(), name, parts);
    }
}
