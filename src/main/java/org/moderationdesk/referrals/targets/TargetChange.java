package org.moderationdesk.referrals.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one version changed of one target.
 *
 * @param fields those of {@link Target} that say something else; empty where the target was added or left out
 */
public record TargetChange(String code, How how, List<Field> fields) {
    public TargetChange {
        fields = List.copyOf(fields);
    }

    /** What became of the target. */
    public enum How {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * A field of {@link Target} by its name.
     *
     * @param before what it said, as JSON has it: one value, those of a list, or English and Dutch
     * @param after the same since
     */
    public record Field(String name, List<String> before, List<String> after) {
        public Field {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** What lies between two versions, by code. */
    public static List<TargetChange> between(Targets before, Targets after) {
        return Stream.concat(before.all().stream(), after.all().stream())
                .map(Target::code)
                .distinct()
                .sorted()
                .flatMap(code -> of(code, before.find(code), after.find(code)).stream())
                .toList();
    }

    private static Optional<TargetChange> of(String code, Optional<Target> before, Optional<Target> after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.of(new TargetChange(code, before.isEmpty() ? How.ADDED : How.REMOVED, List.of()));
        }
        Map<String, Object> was = TargetsJson.toMap(before.get());
        Map<String, Object> is = TargetsJson.toMap(after.get());
        List<Field> fields = new ArrayList<>();
        is.forEach((name, value) -> {
            if (!Objects.equals(was.get(name), value)) {
                fields.add(new Field(name, values(was.get(name)), values(value)));
            }
        });
        return Optional.of(new TargetChange(code, How.CHANGED, fields));
    }

    private static List<String> values(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> both -> List.of(String.valueOf(both.get("en")), String.valueOf(both.get("nl")));
            case List<?> several -> several.stream().map(String::valueOf).toList();
            case null, default -> List.of(String.valueOf(value));
        };
    }
}
