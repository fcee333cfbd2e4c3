package org.moderationdesk.authorities;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.moderationdesk.base.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dossier as facts, from which both its JSON and its PDF are written. Its parts are in the order of {@link DossierPart}. */
public record DossierDocument(String id, Instant at, List<Section> sections) {
    private static final String FORM = "moderation-desk dossier 1";

    public DossierDocument {
        sections = List.copyOf(sections);
    }

    public record Section(DossierPart part, List<Fact> facts) {
        public Section {
            facts = List.copyOf(facts);
        }
    }

    /** @param key the same in every language; its label lies in the text bundle {@code authorities} */
    public record Fact(String key, List<String> values) {
        public Fact {
            values = List.copyOf(values);
        }
    }

    /** What one part says; empty for nothing. */
    public List<Fact> facts(DossierPart part) {
        return sections.stream()
                .filter(section -> section.part() == part)
                .flatMap(section -> section.facts().stream())
                .toList();
    }

    /** One fact; empty where it is not in it. */
    public Optional<String> fact(DossierPart part, String key) {
        return facts(part).stream()
                .filter(fact -> fact.key().equals(key))
                .map(fact -> fact.values().getFirst())
                .findFirst();
    }

    /** What {@link #json()} wrote, with what is said in the order in which it was laid out. */
    static DossierDocument read(byte[] json) {
        JsonNode all = JsonMapper.shared().readTree(json);
        List<Section> sections = new ArrayList<>();
        for (DossierPart part : DossierPart.values()) {
            List<Fact> facts = new ArrayList<>();
            all.path("parts")
                    .path(part.name().toLowerCase(Locale.ROOT))
                    .properties()
                    .forEach(fact -> facts.add(new Fact(fact.getKey(), values(fact.getValue()))));
            facts.sort(Comparator.comparingInt(fact -> DossierFacts.ORDER.indexOf(fact.key())));
            sections.add(new Section(part, facts));
        }
        return new DossierDocument(
                all.path("dossier").asString(), Instant.parse(all.path("madeAt").asString()), sections);
    }

    private static List<String> values(JsonNode value) {
        return value.isArray() ? value.valueStream().map(JsonNode::asString).toList() : List.of(value.asString());
    }

    /** Canonical JSON as UTF-8. */
    byte[] json() {
        Map<String, Object> parts = new LinkedHashMap<>();
        sections.forEach(section -> {
            Map<String, Object> facts = new LinkedHashMap<>();
            section.facts()
                    .forEach(fact -> facts.put(
                            fact.key(),
                            fact.values().size() == 1 ? fact.values().getFirst() : fact.values()));
            parts.put(section.part().name().toLowerCase(Locale.ROOT), facts);
        });
        Map<String, Object> all = Map.of("form", FORM, "dossier", id, "madeAt", at.toString(), "parts", parts);
        return CanonicalJson.write(all).getBytes(StandardCharsets.UTF_8);
    }
}
