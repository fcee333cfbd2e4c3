package org.moderationdesk.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.ItemKind;

/** Makes the invented accounts and reporters of sample cases. */
final class People {
    private static final int MOST_REPORTS = 14;
    private static final int SOME = 8;

    private final Templates templates;
    private final long seed;
    private final Instant now;

    People(Templates templates, long seed, Instant now) {
        this.templates = templates;
        this.seed = seed;
        this.now = now;
    }

    /** The same account says the same of itself in each of its cases. */
    Map<String, Object> author(Draft draft) {
        Template template = draft.template();
        boolean known = template.kind() != ItemKind.ACCOUNT && draft.random().nextInt(100) < SOME;
        int round = known ? 0 : draft.round();
        long number = 1_000L
                + first(template.handle())
                + (long) round * (templates.all().size() + 1);
        var random = new Random(seed * 31 + number * 0x9E3779B97F4A7C15L);
        List<String> endings = templates.common().handleEndings();
        String ending = round == 0 ? "" : endings.get(round % endings.size());
        String more = round < endings.size() ? "" : String.valueOf(round);
        var author = new LinkedHashMap<String, Object>();
        author.put("id", "u-" + number);
        author.put("handle", "@" + template.handle() + ending + more);
        put(author, "displayName", template.displayName());
        if (template.bio() != null) {
            author.put("bio", draft.say(template.bio()));
        }
        author.put("createdAt", daysAgo(30 + random.nextInt(2_000)));
        author.put("age", template.age() == null ? 19 + random.nextInt(40) : template.age());
        author.put("ageSource", template.ageSource() == null ? "SELF_DECLARED" : template.ageSource());
        author.put("followers", 12 + random.nextInt(9_000));
        put(author, "country", template.region());
        author.put("deviceIds", List.of("d-" + number));
        author.put("priorMeasures", measures(template, random));
        return author;
    }

    /** Reports as many as the template has at its first use, fewer later. */
    List<Object> reports(Draft draft) {
        List<Object> reports = new ArrayList<>();
        Instant at = draft.arrived();
        for (Template.Told told : draft.template().reports()) {
            int count = draft.round() == 0 ? told.count() : 1 + draft.random().nextInt(told.count());
            for (int i = 0; i < count && reports.size() < MOST_REPORTS; i++) {
                at = at.minusSeconds(draft.between(5, draft.template().live() ? 60 : 900));
                var report = new LinkedHashMap<String, Object>();
                report.put("id", "r-" + (reports.size() + 1));
                report.put("source", told.source().name());
                report.put("reporter", reporter(told, draft));
                report.put("reason", told.reason());
                put(report, "note", i == 0 ? told.note() : null);
                report.put("sections", draft.template().sections());
                report.put("at", at.toString());
                if (draft.template().special() == Template.Special.THREAT_TO_LIFE) {
                    report.put("threatToLife", true);
                }
                reports.add(report);
            }
        }
        return reports;
    }

    private int first(String handle) {
        List<Template> all = templates.all();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).handle().equals(handle)) {
                return i;
            }
        }
        return all.size();
    }

    private List<Object> measures(Template template, Random random) {
        List<Object> measures = new ArrayList<>();
        for (String measure : template.priorMeasures()) {
            int days = 20 + random.nextInt(140);
            int cut = measure.indexOf(' ');
            measures.add(Map.of(
                    "measure",
                    measure.substring(0, cut),
                    "clause",
                    measure.substring(cut + 1),
                    "at",
                    daysAgo(days),
                    "expiresAt",
                    daysAgo(days - 180)));
        }
        return measures;
    }

    private String daysAgo(int days) {
        return now.minus(Duration.ofDays(days)).toString();
    }

    private String reporter(Template.Told told, Draft draft) {
        return switch (told.source()) {
            case USER, APPEAL -> "u-" + draft.between(100_000, 999_999);
            case TRUSTED_FLAGGER -> "trusted-" + draft.between(1, 6);
            case CLASSIFIER -> templates.common().model();
            case HASH_MATCH -> "hash-list-" + draft.between(1, 4);
            case AUTHORITY -> "authority-" + draft.between(1, 4);
            case STAFF -> "staff-" + draft.between(1, 9);
        };
    }

    static void put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
