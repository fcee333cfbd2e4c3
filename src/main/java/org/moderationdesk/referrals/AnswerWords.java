package org.moderationdesk.referrals;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;

/** Says what an answer means, and what the desk or a person does next. */
public final class AnswerWords {
    private AnswerWords() {}

    /**
     * One or two sentences.
     *
     * @param code NCMEC's own; null where none came
     */
    public static String of(Texts texts, Outcome outcome, @Nullable Integer code) {
        if (code == null) {
            return texts.get("referrals.outcome."
                    + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        String own = "referrals.answer." + code;
        return texts.has(own) ? texts.get(own) : texts.get("referrals.answer.other", Integer.toString(code));
    }
}
