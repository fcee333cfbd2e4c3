package org.moderationdesk.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.JsonPlace;
import org.moderationdesk.quality.SamplingPlan.NewReviewers;
import org.moderationdesk.quality.SamplingPlan.Risk;
import org.moderationdesk.quality.SamplingPlan.SectionShare;
import org.moderationdesk.quality.SamplingRefused.Why;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sampling plan as JSON: {@code {"random":2.5,"chapterEight":true,"sections":[{"section":"5.3","share":10},
 * {"section":"6.1","perWeek":20}],"newReviewers":{"decisions":50,"days":0,"share":20},"risk":{"views":100000,"reach":25,
 * "lowConfidence":50},"dueDays":5}}. What is absent draws nothing; a second review is then due within five days.
 */
public final class PlanJson {
    private static final Set<String> OF_PLAN =
            Set.of("version", "random", "chapterEight", "sections", "newReviewers", "risk", "dueDays");
    private static final Set<String> OF_SECTION = Set.of("section", "share", "perWeek");
    private static final Set<String> OF_NEW = Set.of("decisions", "days", "share");
    private static final Set<String> OF_RISK = Set.of("views", "reach", "lowConfidence");

    private PlanJson() {}

    /** Canonical JSON, without the version: it is the row's key. */
    static String write(SamplingPlan plan) {
        Map<String, Object> map = toMap(plan);
        map.remove("version");
        return CanonicalJson.write(map);
    }

    /** The plan as maps and lists, in the order in which people read it. */
    public static Map<String, Object> toMap(SamplingPlan plan) {
        var map = new LinkedHashMap<String, Object>();
        map.put("version", plan.version());
        map.put("random", plan.random());
        map.put("chapterEight", plan.chapterEight());
        map.put("sections", plan.sections().stream().map(PlanJson::section).toList());
        map.put(
                "newReviewers",
                ordered(
                        "decisions", plan.newReviewers().decisions(),
                        "days", plan.newReviewers().days(),
                        "share", plan.newReviewers().share()));
        map.put(
                "risk",
                ordered(
                        "views", plan.risk().views(),
                        "reach", plan.risk().reach(),
                        "lowConfidence", plan.risk().lowConfidence()));
        map.put("dueDays", plan.dueDays());
        return map;
    }

    private static Map<String, Object> section(SectionShare section) {
        var map = new LinkedHashMap<String, Object>();
        map.put("section", section.section());
        if (section.perWeek() > 0) {
            map.put("perWeek", section.perWeek());
        } else {
            map.put("share", section.share());
        }
        return map;
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i].toString(), pairs[i + 1]);
        }
        return map;
    }

    /**
     * Reads a plan.
     *
     * @param version what it is to be called
     * @throws SamplingRefused when it is none, or has what no plan has
     */
    public static SamplingPlan read(int version, String json) {
        try {
            return plan(version, JsonMapper.shared().readTree(json));
        } catch (JacksonException broken) {
            throw new SamplingRefused(Why.FORMAT, JsonPlace.of(broken));
        }
    }

    private static SamplingPlan plan(int version, JsonNode node) {
        only(node, OF_PLAN);
        JsonNode fresh = part(node, "newReviewers", OF_NEW);
        JsonNode risk = part(node, "risk", OF_RISK);
        return new SamplingPlan(
                version,
                share(node, "random"),
                flag(node, "chapterEight"),
                sections(node.path("sections")),
                new NewReviewers(whole(fresh, "decisions", 0), whole(fresh, "days", 0), share(fresh, "share")),
                new Risk(views(risk), share(risk, "reach"), share(risk, "lowConfidence")),
                whole(node, "dueDays", SamplingPlan.none().dueDays()));
    }

    private static List<SectionShare> sections(JsonNode list) {
        if (!list.isMissingNode() && !list.isArray()) {
            throw new SamplingRefused(Why.FORMAT, "sections");
        }
        var sections = new ArrayList<SectionShare>();
        for (JsonNode one : list) {
            only(one, OF_SECTION);
            JsonNode code = one.path("section");
            if (!code.isString()) {
                throw new SamplingRefused(Why.FORMAT, "section");
            }
            sections.add(new SectionShare(code.asString(), share(one, "share"), whole(one, "perWeek", 0)));
        }
        return sections;
    }

    private static JsonNode part(JsonNode node, String name, Set<String> fields) {
        JsonNode part = node.path(name);
        if (!part.isMissingNode()) {
            only(part, fields);
        }
        return part;
    }

    private static double share(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isNumber()) {
            throw new SamplingRefused(Why.FORMAT, name);
        }
        return value.asDouble(0);
    }

    private static long views(JsonNode risk) {
        JsonNode value = risk.path("views");
        if (!value.isMissingNode() && !value.isIntegralNumber()) {
            throw new SamplingRefused(Why.FORMAT, "views");
        }
        return value.asLong(0);
    }

    private static int whole(JsonNode node, String name, int absent) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isInt()) {
            throw new SamplingRefused(Why.FORMAT, name);
        }
        return value.asInt(absent);
    }

    private static boolean flag(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new SamplingRefused(Why.FORMAT, name);
        }
        return value.asBoolean(false);
    }

    private static void only(JsonNode node, Set<String> names) {
        if (!node.isObject()) {
            throw new SamplingRefused(Why.FORMAT, "object");
        }
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw new SamplingRefused(Why.FORMAT, name);
            }
        }
    }
}
