package org.moderationdesk.guidelines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The index of the source text, against which the book is held: a copy of what the text's keepers made. */
final class Index {
    private static final JsonMapper JSON = new JsonMapper();

    private Index() {}

    static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(Index.class.getResourceAsStream("/guidelines/index.json"))) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> sections(JsonNode index) {
        return items(index.path("chapters")).flatMap(chapter -> items(chapter.path("sections")));
    }

    static Stream<JsonNode> items(JsonNode list) {
        return list.valueStream();
    }

    static List<Integer> numbers(JsonNode list) {
        return items(list).map(JsonNode::intValue).toList();
    }

    static List<String> texts(JsonNode list) {
        return items(list).map(JsonNode::stringValue).toList();
    }

    /** Each rule as "code@line", parts indented under their clause, the prose rules included. */
    static List<String> rules(JsonNode section) {
        List<String> rules = new ArrayList<>();
        Stream.concat(items(section.path("clauses")), items(section.path("prose")))
                .forEach(clause -> {
                    rules.add(rule(clause));
                    items(clause.path("parts")).forEach(part -> rules.add("  " + rule(part)));
                });
        return rules;
    }

    private static String rule(JsonNode clause) {
        return clause.path("code").stringValue() + "@" + clause.path("line").intValue();
    }
}
