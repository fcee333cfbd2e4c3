package org.moderationdesk.retention.view;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.retention.HoldKind;

/** How much is held, and why, in words. */
final class HeldWords {
    private HeldWords() {}

    static String of(Kit kit, Map<HoldKind, Long> held) {
        return new TreeMap<>(held)
                .entrySet().stream()
                        .map(entry -> kit.numbers().whole(entry.getValue()) + " "
                                + kit.texts().get("retention.hold." + entry.getKey()))
                        .collect(Collectors.joining(", "));
    }
}
