package org.moderationdesk.decisions;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moderationdesk.base.CanonicalJson;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a stored decision: the proposal in the form of the decision rules, its free text replaced by ids of
 * personal texts, and beside it what the form does not have.
 *
 * @param proposal with ids where a person wrote free text
 * @param seen as {@link WhatWasSeen#facts} gives it
 * @param settled as {@link SettledReports#of} gives it
 * @param replaced ids of earlier decisions on the case whose place this one took
 * @param queue where the case waited
 */
record StoredBody(
        Map<String, Object> proposal,
        Map<String, Object> seen,
        List<List<Object>> settled,
        List<String> replaced,
        String queue,
        boolean childSafety) {
    private static final String SEEN = "seen";
    private static final String SETTLED = "settled";
    private static final String REPLACED = "replaced";
    private static final String QUEUE = "queue";
    private static final String CHILD_SAFETY = "childSafety";
    private static final TypeReference<TreeMap<String, Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(1_000_000)
                            .build())
                    .build())
            .build();

    /** All of it but what grows with the number of reports: what the log's entry tells. */
    SortedMap<String, Object> facts() {
        var facts = new TreeMap<>(proposal);
        facts.put(SEEN, seen);
        facts.put(REPLACED, replaced);
        facts.put(QUEUE, queue);
        facts.put(CHILD_SAFETY, childSafety);
        facts.put(SETTLED, settled.size());
        return facts;
    }

    String write() {
        SortedMap<String, Object> all = facts();
        all.put(SETTLED, settled);
        return CanonicalJson.write(all);
    }

    @SuppressWarnings("unchecked") // written by write()
    static StoredBody read(String json) {
        Map<String, Object> all = object(json);
        var seen = (Map<String, Object>) all.getOrDefault(SEEN, Map.of());
        var settled = (List<List<Object>>) all.getOrDefault(SETTLED, List.of());
        var replaced = (List<String>) all.getOrDefault(REPLACED, List.of());
        var queue = (String) all.getOrDefault(QUEUE, "");
        boolean childSafety = Boolean.TRUE.equals(all.get(CHILD_SAFETY));
        all.keySet().removeAll(List.of(SEEN, SETTLED, REPLACED, QUEUE, CHILD_SAFETY));
        return new StoredBody(all, seen, settled, replaced, queue, childSafety);
    }

    /** The proposal, with ids where a person wrote free text. */
    Proposal asProposal() {
        return ProposalJson.readDraft(CanonicalJson.write(proposal)).proposal();
    }

    /** Any JSON object that this room wrote. */
    static SortedMap<String, Object> object(String json) {
        return JSON.readValue(json, OBJECT);
    }
}
