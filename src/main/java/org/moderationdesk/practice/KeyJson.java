package org.moderationdesk.practice;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.decisions.ProposalLine;
import org.moderationdesk.decisions.Strays;
import org.moderationdesk.guidelines.ClauseCode;
import tools.jackson.databind.JsonNode;

/**
 * Answer keys as JSON, one a line: {@code {"item":"P-07","title":{"en":"…","nl":"…"},"accepted":[DECISION,…],
 * "counts":["OUTCOME",…],"why":{…},"lookFor":{…},"difficulty":"EASY","clause":"3.2.1"}}. A decision is that of the decision
 * rules; its {@code item} may be left out. A line that is itself a decision is a key that accepts it, in which all counts.
 * What is absent counts, is of medium difficulty and says nothing.
 */
public final class KeyJson {
    private static final String ITEM = "item";
    private static final String ACCEPTED = "accepted";
    private static final String TITLE = "title";
    private static final Set<String> KNOWN =
            Set.of(ITEM, ACCEPTED, TITLE, "counts", "why", "lookFor", "difficulty", "clause", "agreed");

    private KeyJson() {}

    /** A key, the item that it is of, and what that is called. */
    public record Line(String itemId, Told title, AnswerKey key) {}

    /**
     * Reads one line.
     *
     * @param place how to name the line where it is refused
     * @param by who stands for it; a name in the line itself counts for nothing
     * @throws PracticeRefused when it is none
     */
    public static Line read(String json, String place, String by) {
        return read(Json.object(json, place), place, List.of(by));
    }

    static AnswerKey stored(String json, List<String> agreed) {
        return read(Json.object(json, "key"), "key", agreed).key();
    }

    private static Line read(JsonNode line, String place, List<String> agreed) {
        String item = Json.string(line, ITEM, place);
        if (item == null || item.isBlank()) {
            throw Json.format(place + "." + ITEM);
        }
        String here = place + " " + item;
        if (line.path(ACCEPTED).isMissingNode()) {
            Proposal alone = decision(line, item, here);
            return new Line(
                    item,
                    Told.nothing(),
                    new AnswerKey(
                            List.of(alone),
                            EnumSet.allOf(Field.class),
                            Told.nothing(),
                            Told.nothing(),
                            Difficulty.MEDIUM,
                            alone.answers().isEmpty() ? null : firstYes(alone),
                            agreed));
        }
        Json.only(line, here, KNOWN);
        List<Proposal> accepted = new ArrayList<>();
        for (JsonNode one : Json.list(line, ACCEPTED, here)) {
            accepted.add(decision(one, item, here));
        }
        if (accepted.isEmpty()) {
            throw Json.format(here + "." + ACCEPTED);
        }
        Set<Field> counts = EnumSet.noneOf(Field.class);
        Json.list(line, "counts", here).forEach(one -> counts.add(Json.constant(Field.class, one, here + ".counts")));
        JsonNode difficulty = line.path("difficulty");
        return new Line(
                item,
                Json.told(line, TITLE, here),
                new AnswerKey(
                        accepted,
                        line.path("counts").isMissingNode() ? EnumSet.allOf(Field.class) : counts,
                        Json.told(line, "why", here),
                        Json.told(line, "lookFor", here),
                        difficulty.isMissingNode()
                                ? Difficulty.MEDIUM
                                : Json.constant(Difficulty.class, difficulty, here + ".difficulty"),
                        clause(line, here),
                        agreed));
    }

    private static @Nullable ClauseCode clause(JsonNode line, String place) {
        String code = Json.string(line, "clause", place);
        return code == null ? null : ClauseCode.parse(code).orElseThrow(() -> Json.format(place + ".clause"));
    }

    private static @Nullable ClauseCode firstYes(Proposal proposal) {
        return proposal.answered(Answer.YES).stream().findFirst().orElse(null);
    }

    private static Proposal decision(JsonNode node, String item, String place) {
        if (!node.isObject()) {
            throw Json.format(place);
        }
        Map<String, Object> map = Json.map(node);
        map.putIfAbsent(ITEM, item);
        try {
            ProposalLine read = ProposalJson.readDraft(CanonicalJson.write(map));
            if (!read.proposal().item().equals(item) || !read.strays().equals(Strays.none())) {
                throw Json.format(place + "." + ITEM);
            }
            return read.proposal();
        } catch (DecisionRefused none) {
            throw Json.format(place);
        }
    }

    /** The line of a key; {@link #read} gives back an equal one, but for who stands for it. */
    public static Map<String, Object> toMap(String itemId, Told title, AnswerKey key) {
        var map = new TreeMap<String, Object>();
        map.put(ITEM, itemId);
        if (!title.isEmpty()) {
            map.put(TITLE, Json.map(title));
        }
        map.put(
                ACCEPTED,
                key.accepted().stream()
                        .map(one -> Json.map(ProposalJson.write(one)))
                        .toList());
        map.put("counts", key.counts().stream().sorted().map(Enum::name).toList());
        map.put("why", Json.map(key.why()));
        map.put("lookFor", Json.map(key.lookFor()));
        map.put("difficulty", key.difficulty().name());
        if (key.clause() != null) {
            map.put("clause", key.clause().value());
        }
        return map;
    }
}
