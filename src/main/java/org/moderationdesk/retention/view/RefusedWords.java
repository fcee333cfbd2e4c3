package org.moderationdesk.retention.view;

import org.moderationdesk.base.Texts;
import org.moderationdesk.retention.RetentionRefused;
import org.moderationdesk.staff.RightRefused;

/** Why something was not done with what is held, in words. */
final class RefusedWords {
    private RefusedWords() {}

    static String of(Texts texts, Exception failure) {
        return switch (failure) {
            case RetentionRefused refused -> refused.words(texts);
            case RightRefused refused -> refused.words(texts);
            default -> texts.get("retention.held.failed");
        };
    }
}
