package org.moderationdesk.routing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One thing in which two versions differ.
 *
 * @param name of the queue or rule; for the default the name of the one that is now
 * @param parts what of a queue or rule is other than before; empty for the rest
 */
public record PlanChange(Kind kind, String name, Set<Part> parts) {
    public PlanChange {
        parts = Set.copyOf(parts);
    }

    /** What happened. */
    public enum Kind {
        QUEUE_ADDED,
        QUEUE_GONE,
        QUEUE_CHANGED,
        RULE_ADDED,
        RULE_GONE,
        RULE_CHANGED,
        /** The same rules are asked in another order. */
        RULES_ORDERED,
        DEFAULT_CHANGED
    }

    /** What can differ in a queue or a rule. */
    public enum Part {
        TAKES,
        MEMBERS,
        ALLOWED,
        CLEARANCE,
        POINTS,
        WHEN,
        TO
    }

    /** In what the later version differs from the earlier. */
    public static List<PlanChange> between(Plan earlier, Plan later) {
        var changes = new ArrayList<PlanChange>();
        for (NamedQueue queue : later.queues()) {
            earlier.queue(queue.name())
                    .ifPresentOrElse(
                            was -> add(changes, Kind.QUEUE_CHANGED, queue.name(), parts(was, queue)),
                            () -> changes.add(of(Kind.QUEUE_ADDED, queue.name())));
        }
        earlier.queues().stream()
                .filter(queue -> later.queue(queue.name()).isEmpty())
                .forEach(queue -> changes.add(of(Kind.QUEUE_GONE, queue.name())));
        rules(earlier, later, changes);
        if (!earlier.fallback().equals(later.fallback())) {
            changes.add(of(Kind.DEFAULT_CHANGED, later.fallback()));
        }
        return changes;
    }

    private static void rules(Plan earlier, Plan later, List<PlanChange> changes) {
        for (RoutingRule rule : later.rules()) {
            earlier.rules().stream()
                    .filter(was -> was.name().equals(rule.name()))
                    .findFirst()
                    .ifPresentOrElse(
                            was -> add(changes, Kind.RULE_CHANGED, rule.name(), parts(was, rule)),
                            () -> changes.add(of(Kind.RULE_ADDED, rule.name())));
        }
        List<String> before = earlier.rules().stream().map(RoutingRule::name).toList();
        List<String> after = later.rules().stream().map(RoutingRule::name).toList();
        before.stream().filter(name -> !after.contains(name)).forEach(name -> changes.add(of(Kind.RULE_GONE, name)));
        List<String> stayed = before.stream().filter(after::contains).toList();
        if (!stayed.equals(after.stream().filter(before::contains).toList())) {
            changes.add(of(Kind.RULES_ORDERED, ""));
        }
    }

    private static Set<Part> parts(NamedQueue was, NamedQueue is) {
        var parts = EnumSet.noneOf(Part.class);
        addIf(parts, Part.TAKES, !was.takes().equals(is.takes()));
        addIf(parts, Part.MEMBERS, !was.members().equals(is.members()));
        addIf(parts, Part.ALLOWED, !was.allowed().equals(is.allowed()));
        addIf(parts, Part.CLEARANCE, was.clearance() != is.clearance());
        addIf(parts, Part.POINTS, was.points() != is.points());
        return parts;
    }

    private static Set<Part> parts(RoutingRule was, RoutingRule is) {
        var parts = EnumSet.noneOf(Part.class);
        addIf(parts, Part.WHEN, !was.when().equals(is.when()));
        addIf(parts, Part.TO, !was.to().equals(is.to()));
        return parts;
    }

    private static void addIf(Set<Part> parts, Part part, boolean differs) {
        if (differs) {
            parts.add(part);
        }
    }

    private static void add(List<PlanChange> changes, Kind kind, String name, Set<Part> parts) {
        if (!parts.isEmpty()) {
            changes.add(new PlanChange(kind, name, parts));
        }
    }

    private static PlanChange of(Kind kind, String name) {
        return new PlanChange(kind, name, Set.of());
    }
}
