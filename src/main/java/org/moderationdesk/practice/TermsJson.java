package org.moderationdesk.practice;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The terms of a set as JSON: {@code {"title":{"en":"…","nl":"…"},"about":{…},"edition":"2020-12","open":false,"keepers":1,
 * "passMark":80,"severeFails":true,"weights":{"OUTCOME":40,…}}}. Only the title is required.
 */
public final class TermsJson {
    private static final int LONGEST_TITLE = 120;
    private static final Set<String> KNOWN =
            Set.of("title", "about", "edition", "open", "keepers", "passMark", "severeFails", "weights");

    private TermsJson() {}

    /**
     * Reads terms.
     *
     * @param place how to name them where they are refused
     * @param edition the one in force, which they go by where they name none
     * @throws PracticeRefused when they are none
     */
    public static SetTerms read(String json, String place, String edition) {
        JsonNode node = Json.object(json, place);
        Json.only(node, place, KNOWN);
        ScoringRules usual = ScoringRules.usual();
        Map<Field, Integer> weights = new EnumMap<>(Field.class);
        JsonNode given = node.path("weights");
        if (given.isMissingNode()) {
            weights.putAll(usual.weights());
        } else if (!given.isObject()) {
            throw Json.format(place + ".weights");
        } else {
            for (String name : given.propertyNames()) {
                Field field = Set.of(Field.values()).stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> Json.format(place + ".weights." + name));
                weights.put(field, Json.number(given, name, place + ".weights", 0));
            }
        }
        String named = Json.string(node, "edition", place);
        try {
            return checked(new SetTerms(
                    Json.told(node, "title", place),
                    Json.told(node, "about", place),
                    named == null ? edition : named,
                    Json.truth(node, "open", place, false),
                    Json.number(node, "keepers", place, 1),
                    new ScoringRules(
                            weights,
                            Json.number(node, "passMark", place, usual.passMark()),
                            Json.truth(node, "severeFails", place, usual.severeFails()))));
        } catch (IllegalArgumentException beyond) {
            throw Json.format(place);
        }
    }

    /** @throws PracticeRefused without a title of a fitting length */
    static SetTerms checked(SetTerms terms) {
        if (terms.title().isEmpty()
                || terms.title().words().values().stream().anyMatch(words -> words.length() > LONGEST_TITLE)) {
            throw new PracticeRefused(PracticeRefused.Why.NO_TITLE);
        }
        return terms;
    }

    /** The terms; {@link #read} gives back equal ones. */
    public static Map<String, Object> toMap(SetTerms terms) {
        var map = new TreeMap<String, Object>();
        map.put("title", Json.map(terms.title()));
        map.put("about", Json.map(terms.about()));
        map.put("edition", terms.edition());
        map.put("open", terms.open());
        map.put("keepers", terms.keepers());
        map.put("passMark", terms.scoring().passMark());
        map.put("severeFails", terms.scoring().severeFails());
        var weights = new TreeMap<String, Object>();
        terms.scoring().weights().forEach((field, weight) -> weights.put(field.name(), weight));
        map.put("weights", weights);
        return map;
    }
}
