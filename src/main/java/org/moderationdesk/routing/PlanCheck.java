package org.moderationdesk.routing;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.routing.PlanRefused.Why;

/** Says whether queues and rules can stand: everything that a rule names is there, and every case has a place. */
final class PlanCheck {
    private static final int MOST_QUEUES = 200;
    private static final int MOST_RULES = 500;
    private static final int MOST_NAMED = 500;
    private static final int MOST_POINTS = 500;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._'&/-]{0,99}");
    private static final Pattern CERTIFICATION = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9]{2,8}(-[A-Za-z0-9]{1,8}){0,2}");
    private static final Pattern SECTION = Pattern.compile("\\d{1,2}(\\.\\d{1,2})?");

    private PlanCheck() {}

    /** @throws PlanRefused by the first thing that is wrong */
    static void check(Plan plan) {
        refuseIf(plan.queues().size() > MOST_QUEUES, Why.TOO_MANY, Integer.toString(MOST_QUEUES));
        refuseIf(plan.rules().size() > MOST_RULES, Why.TOO_MANY, Integer.toString(MOST_RULES));
        names(plan.queues().stream().map(NamedQueue::name).toList());
        names(plan.rules().stream().map(RoutingRule::name).toList());
        plan.queues().forEach(PlanCheck::queue);
        for (RoutingRule rule : plan.rules()) {
            refuseIf(plan.queue(rule.to()).isEmpty(), Why.NO_SUCH_QUEUE, rule.to());
            criteria(rule.when());
        }
        NamedQueue fallback =
                plan.queue(plan.fallback()).orElseThrow(() -> new PlanRefused(Why.NO_SUCH_QUEUE, plan.fallback()));
        refuseIf(!fallback.takes().isAny(), Why.DEFAULT_CHOOSY, fallback.name());
        refuseIf(fallback.clearance(), Why.DEFAULT_CLEARANCE, fallback.name());
    }

    private static void queue(NamedQueue queue) {
        criteria(queue.takes());
        refuseIf(queue.members().size() > MOST_NAMED, Why.TOO_MANY, Integer.toString(MOST_NAMED));
        refuseIf(!queue.allowed().outcomes().contains(Outcome.ESCALATE), Why.NO_ESCALATION, queue.name());
        refuseIf(!queue.allowed().measures().contains(AccountMeasure.Type.NONE), Why.NO_MEASURE, queue.name());
        refuseIf(Math.abs(queue.points()) > MOST_POINTS, Why.POINTS, queue.name());
        refuseIf(
                queue.certificate() != null
                        && !CERTIFICATION.matcher(queue.certificate()).matches(),
                Why.NAME_UNUSABLE,
                String.valueOf(queue.certificate()));
        refuseIf(queue.name().equals(Plan.CHILD_SAFETY) && !queue.clearance(), Why.CHILD_SAFETY_OPEN, queue.name());
    }

    private static void criteria(Criteria criteria) {
        each(criteria.languages(), LANGUAGE.asMatchPredicate(), Why.LANGUAGE);
        each(criteria.regions(), REGION.asMatchPredicate(), Why.REGION);
        each(criteria.sections(), SECTION.asMatchPredicate(), Why.SECTION);
    }

    private static void each(Collection<String> codes, Predicate<String> form, Why why) {
        refuseIf(codes.size() > MOST_NAMED, Why.TOO_MANY, Integer.toString(MOST_NAMED));
        codes.stream().filter(form.negate()).sorted().findFirst().ifPresent(code -> {
            throw new PlanRefused(why, code);
        });
    }

    private static void names(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            refuseIf(!NAME.matcher(name).matches() || !name.equals(name.strip()), Why.NAME_UNUSABLE, name);
            refuseIf(!seen.add(name.toLowerCase(Locale.ROOT)), Why.NAME_TAKEN, name);
        }
    }

    private static void refuseIf(boolean wrong, Why why, String what) {
        if (wrong) {
            throw new PlanRefused(why, what);
        }
    }
}
