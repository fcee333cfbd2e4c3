package org.moderationdesk.guidelines;

import org.jspecify.annotations.Nullable;

record SectionWords(
        String title,
        String about,
        String stem,
        @Nullable String accountMeasures,
        @Nullable String refused,
        @Nullable String referralWhen) {}
