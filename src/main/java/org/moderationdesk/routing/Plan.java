package org.moderationdesk.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.moderationdesk.decisions.Allowed;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;

/**
 * The queues of a desk and the rules that bring cases into them, in one version. Rules into queues that need the clearance
 * always come before the others, so that no rule that is for everybody takes a case away from them.
 *
 * @param version 0 for a desk on which nobody has made any
 * @param rules in the order in which they are asked; the first that means a case decides
 * @param fallback the queue of cases that no rule means
 */
public record Plan(int version, List<NamedQueue> queues, List<RoutingRule> rules, String fallback) {
    /** The queue that cases come into where nobody has said otherwise. */
    public static final String GENERAL = "general";

    /** The queue of specialists that is known by this name on every desk; it always needs the clearance. */
    public static final String CHILD_SAFETY = "child-safety";

    private static final Plan NONE = new Plan(0, List.of(NamedQueue.open(GENERAL)), List.of(), GENERAL);

    public Plan {
        queues = List.copyOf(queues);
        List<NamedQueue> all = queues;
        var sorted = new ArrayList<>(
                rules.stream().filter(rule -> needsClearance(all, rule.to())).toList());
        rules.stream().filter(rule -> !needsClearance(all, rule.to())).forEach(sorted::add);
        rules = List.copyOf(sorted);
    }

    /** One queue for everything, and no rules. */
    public static Plan none() {
        return NONE;
    }

    /** Whether nobody has made queues and rules yet. */
    public boolean isNone() {
        return version == 0;
    }

    /** The same as another version. */
    public Plan as(int other) {
        return new Plan(other, queues, rules, fallback);
    }

    public Optional<NamedQueue> queue(String name) {
        for (NamedQueue queue : queues) {
            if (queue.name().equals(name)) {
                return Optional.of(queue);
            }
        }
        return Optional.empty();
    }

    /** Where the rules put a case. */
    public Route route(Traits of) {
        for (RoutingRule rule : rules) {
            if (rule.when().accepts(of)
                    && queue(rule.to()).filter(to -> to.takes().accepts(of)).isPresent()) {
                return new Route(rule.to(), rule.name());
            }
        }
        return new Route(fallback, null);
    }

    /** Whether a queue, and what is in it, is there only for people with the clearance for child safety. */
    public boolean needsClearance(String queue) {
        return needsClearance(queues, queue);
    }

    /** Whether this person may know of the queue. */
    public boolean shows(Person viewer, String queue) {
        return Rights.sees(viewer, needsClearance(queue));
    }

    /** Whether a person may claim from the queue; one that the plan does not name is open to all. */
    public boolean admits(String person, String queue) {
        return queue(queue).map(named -> named.admits(person)).orElse(true);
    }

    /** The certification that somebody must hold to claim from the queue, where it asks for one. */
    public Optional<String> certificate(String queue) {
        return queue(queue).map(NamedQueue::certificate);
    }

    /** Whether any queue asks for a certificate. */
    public boolean asksForCertificates() {
        return queues.stream().anyMatch(queue -> queue.certificate() != null);
    }

    /** What may be decided in the queue. */
    public Allowed allowed(String queue) {
        return queue(queue).map(NamedQueue::allowed).orElseGet(Allowed::everything);
    }

    /** What the queue adds to the priority of its cases. */
    public int points(String queue) {
        return queue(queue).map(NamedQueue::points).orElse(0);
    }

    /** Without the queues that this person may not know of, and the rules into them. */
    public Plan seenBy(Person viewer) {
        return new Plan(
                version,
                queues.stream().filter(queue -> shows(viewer, queue.name())).toList(),
                rules.stream().filter(rule -> shows(viewer, rule.to())).toList(),
                fallback);
    }

    /** This plan as somebody made it who sees only part of the other, with the part of the other that they do not see. */
    public Plan keepingHidden(Person viewer, Plan whole) {
        return new Plan(
                version,
                Stream.concat(
                                queues.stream(),
                                whole.queues.stream().filter(queue -> !whole.shows(viewer, queue.name())))
                        .toList(),
                Stream.concat(whole.rules.stream().filter(rule -> !whole.shows(viewer, rule.to())), rules.stream())
                        .toList(),
                fallback);
    }

    private static boolean needsClearance(List<NamedQueue> queues, String name) {
        return name.equals(CHILD_SAFETY)
                || queues.stream()
                        .anyMatch(queue -> queue.clearance() && queue.name().equals(name));
    }
}
