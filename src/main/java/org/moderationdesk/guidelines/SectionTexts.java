package org.moderationdesk.guidelines;

import java.util.Map;

record SectionTexts(
        Map<Integer, ChapterWords> chapters,
        Map<SectionCode, SectionWords> sections,
        Map<ClauseCode, String> clauses,
        Map<CarveOutCode, CarveOutWords> carveOuts) {}
