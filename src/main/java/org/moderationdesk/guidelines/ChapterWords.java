package org.moderationdesk.guidelines;

import org.jspecify.annotations.Nullable;

record ChapterWords(String title, String about, @Nullable String accountMeasures) {}
