package org.moderationdesk.audit;

/** The words of each column that holds codes. */
public record FactDictionaries(
        FactWords people,
        FactWords sections,
        FactWords clauses,
        FactWords languages,
        FactWords regions,
        FactWords queues,
        FactWords grounds) {
    static FactDictionaries empty() {
        return new FactDictionaries(
                new FactWords(),
                new FactWords(),
                new FactWords(),
                new FactWords(),
                new FactWords(),
                new FactWords(),
                new FactWords());
    }
}
