package org.moderationdesk.sample;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that sample cases are made of.
 *
 * @param all in the order of the guideline book
 * @param odd those that stand for odd media files
 */
record Templates(List<Template> all, List<Template> odd, Common common) {
    private static final int CHAPTERS = 10;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    Templates {
        all = List.copyOf(all);
        odd = List.copyOf(odd);
    }

    /** Those that came with the desk. */
    static Templates read() throws IOException {
        List<Template> all = new ArrayList<>();
        for (int chapter = 1; chapter <= CHAPTERS; chapter++) {
            all.addAll(read("chapter-" + chapter + ".json", new TypeReference<List<Template>>() {}));
        }
        List<Template> odd = read("odd.json", new TypeReference<List<Template>>() {});
        return new Templates(all, odd, read("common.json", new TypeReference<Common>() {}));
    }

    private static <T> T read(String name, TypeReference<T> type) throws IOException {
        try (InputStream in = Templates.class.getResourceAsStream("/sample/" + name)) {
            if (in == null) {
                throw new MissingResourceException("not on the class path", Templates.class.getName(), name);
            }
            return JSON.readValue(in, type);
        }
    }

    /**
     * What all cases share.
     *
     * @param cycleMinutes how long a case of a section usually takes to be due, where not {@code otherMinutes}
     * @param model that scores the signals
     * @param handleEndings added to handles when a template is used again
     */
    record Common(
            Map<String, Integer> cycleMinutes,
            int otherMinutes,
            List<Scored> signals,
            String model,
            List<String> handleEndings) {
        int minutes(Template template) {
            return template.sections().stream()
                    .mapToInt(section -> cycleMinutes.getOrDefault(section, otherMinutes))
                    .min()
                    .orElse(otherMinutes);
        }
    }

    /** A signal, the chapter that it points at, and from where on it flags. */
    record Scored(String chapter, String name, double threshold) {}
}
