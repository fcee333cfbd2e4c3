package org.moderationdesk.decisions;

import java.util.List;
import org.moderationdesk.base.Texts;
import org.moderationdesk.guidelines.BookWords;

/**
 * Why a proposal is no valid decision, or an act on a decision is not possible, and what would make it so.
 *
 * @param rule "D1" to "D14"; "FORMAT" for what is no decision at all; "QUEUE" for
 *     what the queue leaves to others; "UNDO", "STATE" for acts on decisions that are
 *     past them
 * @param key a sentence of the decisions bundle
 * @param arguments what fills its places, as in {@link Phrase}
 */
public record Refusal(String rule, String key, List<Object> arguments) {
    public static final String FORMAT = "FORMAT";

    /** For what the queue of the case leaves to others. */
    public static final String QUEUE = "QUEUE";

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    static Refusal of(String rule, String key, Object... arguments) {
        return new Refusal(rule, "decisions.refusal." + key, List.of(arguments));
    }

    /** The sentence that says what would make it valid. */
    public String words(Texts texts, BookWords book) {
        return new Phrase(key, arguments).words(texts, book);
    }
}
