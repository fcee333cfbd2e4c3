package org.moderationdesk.guidelines;

import java.util.HashMap;
import java.util.Map;

record SectionTexts(
        Map<Integer, ChapterWords> chapters,
        Map<SectionCode, SectionWords> sections,
        Map<ClauseCode, String> clauses,
        Map<CarveOutCode, CarveOutWords> carveOuts) {

    /** Also what only the other one has. */
    SectionTexts remembering(SectionTexts earlier) {
        return new SectionTexts(
                both(chapters, earlier.chapters),
                both(sections, earlier.sections),
                both(clauses, earlier.clauses),
                both(carveOuts, earlier.carveOuts));
    }

    private static <K, V> Map<K, V> both(Map<K, V> own, Map<K, V> earlier) {
        Map<K, V> both = new HashMap<>(earlier);
        both.putAll(own);
        return both;
    }
}
