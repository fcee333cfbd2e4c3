package org.moderationdesk.decisions.view;

import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.Phrase;
import org.moderationdesk.decisions.Refusal;
import org.moderationdesk.guidelines.BookWords;

/** The words of the interface and of the book, in one language. */
public record Speech(Texts texts, BookWords book) {
    String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    String say(Refusal refusal) {
        return refusal.words(texts, book);
    }

    String say(Phrase phrase) {
        return phrase.words(texts, book);
    }
}
