package org.moderationdesk.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.JsonPlace;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Allowed;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.routing.PlanRefused.Why;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan as JSON: {@code {"default":"general","queues":[{"name":"general"},…],"rules":[{"name":"…","to":"…"},…]}}. Of a
 * queue and a rule only the name, and where it leads, are required; what is absent asks for nothing in particular.
 */
public final class PlanJson {
    private static final Set<String> OF_PLAN = Set.of("version", "default", "queues", "rules");
    private static final Set<String> OF_CRITERIA = Set.of("languages", "regions", "sections", "kinds", "severities");
    private static final Set<String> OF_QUEUE = Set.of(
            "name", "takes", "members", "refusesOutcomes", "refusesMeasures", "clearance", "points", "certificate");
    private static final Set<String> OF_RULE = Set.of("name", "when", "to");

    private PlanJson() {}

    /** Canonical JSON, without the version: it is the row's key. */
    static String write(Plan plan) {
        Map<String, Object> map = toMap(plan);
        map.remove("version");
        return CanonicalJson.write(map);
    }

    /** The plan as maps and lists, in the order in which people read it. */
    public static Map<String, Object> toMap(Plan plan) {
        var map = new LinkedHashMap<String, Object>();
        map.put("version", plan.version());
        map.put("default", plan.fallback());
        map.put("queues", plan.queues().stream().map(PlanJson::queue).toList());
        map.put("rules", plan.rules().stream().map(PlanJson::rule).toList());
        return map;
    }

    private static Map<String, Object> queue(NamedQueue queue) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", queue.name());
        putCriteria(map, "takes", queue.takes());
        put(map, "members", queue.members());
        put(map, "refusesOutcomes", queue.allowed().refusedOutcomes());
        put(map, "refusesMeasures", queue.allowed().refusedMeasures());
        if (queue.clearance()) {
            map.put("clearance", true);
        }
        if (queue.points() != 0) {
            map.put("points", queue.points());
        }
        if (queue.certificate() != null) {
            map.put("certificate", queue.certificate());
        }
        return map;
    }

    private static Map<String, Object> rule(RoutingRule rule) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", rule.name());
        putCriteria(map, "when", rule.when());
        map.put("to", rule.to());
        return map;
    }

    private static void putCriteria(Map<String, Object> map, String name, Criteria criteria) {
        var inner = new LinkedHashMap<String, Object>();
        put(inner, "languages", criteria.languages());
        put(inner, "regions", criteria.regions());
        put(inner, "sections", criteria.sections());
        put(inner, "kinds", criteria.kinds());
        put(inner, "severities", criteria.severities());
        if (!inner.isEmpty()) {
            map.put(name, inner);
        }
    }

    private static void put(Map<String, Object> map, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            map.put(name, values.stream().map(Object::toString).sorted().toList());
        }
    }

    /**
     * Reads a plan.
     *
     * @param version what it is to be called
     * @throws PlanRefused when it is none, or has what no plan has
     */
    public static Plan read(int version, String json) {
        try {
            return plan(version, JsonMapper.shared().readTree(json));
        } catch (JacksonException broken) {
            throw new PlanRefused(Why.FORMAT, JsonPlace.of(broken));
        }
    }

    private static Plan plan(int version, JsonNode node) {
        only(node, OF_PLAN);
        List<NamedQueue> queues = new ArrayList<>();
        list(node, "queues").forEach(queue -> queues.add(queue(queue)));
        List<RoutingRule> rules = new ArrayList<>();
        list(node, "rules").forEach(rule -> rules.add(rule(rule)));
        return new Plan(version, queues, rules, text(node, "default"));
    }

    private static NamedQueue queue(JsonNode node) {
        only(node, OF_QUEUE);
        JsonNode clearance = node.path("clearance");
        JsonNode points = node.path("points");
        if (!clearance.isMissingNode() && !clearance.isBoolean() || !points.isMissingNode() && !points.isInt()) {
            throw new PlanRefused(Why.FORMAT, text(node, "name"));
        }
        var allowed = Allowed.allBut(
                constants(Outcome.class, node, "refusesOutcomes"),
                constants(AccountMeasure.Type.class, node, "refusesMeasures"));
        return new NamedQueue(
                text(node, "name"),
                criteria(node.path("takes")),
                texts(node, "members"),
                allowed,
                clearance.asBoolean(false),
                points.asInt(0),
                node.path("certificate").isMissingNode() ? null : text(node, "certificate"));
    }

    private static RoutingRule rule(JsonNode node) {
        only(node, OF_RULE);
        return new RoutingRule(text(node, "name"), criteria(node.path("when")), text(node, "to"));
    }

    private static Criteria criteria(JsonNode node) {
        if (node.isMissingNode()) {
            return Criteria.any();
        }
        only(node, OF_CRITERIA);
        return new Criteria(
                texts(node, "languages"),
                texts(node, "regions"),
                texts(node, "sections"),
                constants(ItemKind.class, node, "kinds"),
                constants(Severity.class, node, "severities"));
    }

    private static void only(JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw new PlanRefused(
                    Why.FORMAT, String.join(", ", known.stream().sorted().toList()));
        }
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new PlanRefused(Why.FORMAT, name);
                });
    }

    private static JsonNode list(JsonNode node, String name) {
        JsonNode list = node.path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            throw new PlanRefused(Why.FORMAT, name);
        }
        return list;
    }

    private static String text(JsonNode node, String name) {
        JsonNode text = node.path(name);
        if (!text.isString()) {
            throw new PlanRefused(Why.FORMAT, name);
        }
        return text.asString();
    }

    private static Set<String> texts(JsonNode node, String name) {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode text : list(node, name)) {
            if (!text.isString()) {
                throw new PlanRefused(Why.FORMAT, name);
            }
            texts.add(text.asString());
        }
        return texts;
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, JsonNode node, String name) {
        Set<E> constants = EnumSet.noneOf(type);
        for (String text : texts(node, name)) {
            constants.add(EnumSet.allOf(type).stream()
                    .filter(constant -> constant.name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new PlanRefused(Why.FORMAT, text)));
        }
        return constants;
    }
}
