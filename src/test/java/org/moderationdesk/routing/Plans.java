package org.moderationdesk.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Allowed;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;

/** Plans for tests, everything plain but what a test names. */
public final class Plans {
    /** Triage may not ban. */
    public static final Allowed NO_BANS =
            Allowed.allBut(Set.of(), Set.of(AccountMeasure.Type.BAN, AccountMeasure.Type.DEVICE_BAN));

    private Plans() {}

    /** A plan on top of none, with the general queue as its default. */
    public static Plan of(List<NamedQueue> queues, RoutingRule... rules) {
        var all = new ArrayList<NamedQueue>();
        all.add(NamedQueue.open(Plan.GENERAL));
        all.addAll(queues);
        return new Plan(0, all, List.of(rules), Plan.GENERAL);
    }

    public static NamedQueue queue(String name, String... members) {
        return new NamedQueue(name, Criteria.any(), Set.of(members), Allowed.everything(), false, 0);
    }

    public static NamedQueue cleared(String name) {
        return new NamedQueue(name, Criteria.any(), Set.of(), Allowed.everything(), true, 0);
    }

    public static NamedQueue withPoints(String name, int points) {
        return new NamedQueue(name, Criteria.any(), Set.of(), Allowed.everything(), false, points);
    }

    public static Criteria languages(String... languages) {
        return new Criteria(Set.of(languages), Set.of(), Set.of(), Set.of(), Set.of());
    }

    public static Criteria regions(String... regions) {
        return new Criteria(Set.of(), Set.of(regions), Set.of(), Set.of(), Set.of());
    }

    public static Criteria sections(String... sections) {
        return new Criteria(Set.of(), Set.of(), Set.of(sections), Set.of(), Set.of());
    }

    public static Criteria kinds(ItemKind... kinds) {
        return new Criteria(Set.of(), Set.of(), Set.of(), Set.of(kinds), Set.of());
    }

    public static Criteria severities(Severity... severities) {
        return new Criteria(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(severities));
    }

    public static RoutingRule rule(String name, Criteria when, String to) {
        return new RoutingRule(name, when, to);
    }
}
