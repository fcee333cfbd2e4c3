package org.moderationdesk.guidelines;

import java.util.List;

/** An edition without its words. */
record BookShape(String edition, List<Chapter> chapters, List<DefinedTerm> terms, GeneralRules general) {
    List<Section> sections() {
        return chapters.stream().flatMap(chapter -> chapter.sections().stream()).toList();
    }

    List<Clause> clauses() {
        return sections().stream()
                .flatMap(section -> section.clauses().stream())
                .flatMap(Clause::all)
                .toList();
    }
}
