package org.moderationdesk.search;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an item says, from its stored version: its text and title, spoken and shown words with their translations, the
 * comments around it, and for an account what it says of itself. On PostgreSQL {@code desk_content} does the same.
 */
final class ContentWords {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(16_000_000)
                            .build())
                    .build())
            .build();

    private ContentWords() {}

    /** @param content canonical JSON of a version */
    static List<String> of(String content) {
        JsonNode item = JSON.readTree(content);
        List<String> texts = new ArrayList<>();
        add(item.path("text"), texts);
        add(item.path("extra").path("title"), texts);
        for (String spoken : List.of("transcript", "onScreenText", "thread")) {
            for (JsonNode part : item.path(spoken)) {
                add(part.path("text"), texts);
                part.path("translations").forEach(translation -> add(translation, texts));
            }
        }
        for (String own : List.of("handle", "displayName", "bio")) {
            add(item.path("author").path(own), texts);
        }
        return texts;
    }

    private static void add(JsonNode text, List<String> texts) {
        if (text.isString()) {
            texts.add(text.stringValue());
        }
    }
}
