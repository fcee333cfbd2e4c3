package org.moderationdesk.authorities;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.moderationdesk.base.CanonicalJson;

/** A dossier as facts, from which both its JSON and its PDF are written. */
record DossierDocument(String id, Instant at, List<Section> sections) {
    private static final String FORM = "moderation-desk dossier 1";

    DossierDocument {
        sections = List.copyOf(sections);
    }

    record Section(DossierPart part, List<Fact> facts) {
        Section {
            facts = List.copyOf(facts);
        }
    }

    /** @param key the same in every language; its label lies in the text bundle {@code authorities} */
    record Fact(String key, List<String> values) {
        Fact {
            values = List.copyOf(values);
        }
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
