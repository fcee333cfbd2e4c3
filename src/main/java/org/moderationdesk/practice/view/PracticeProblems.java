package org.moderationdesk.practice.view;

import java.io.IOException;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.practice.PracticeRefused;
import org.moderationdesk.staff.RightRefused;

/** Says why something did not happen. */
record PracticeProblems(Texts texts, Book book) {
    String of(Exception failed) {
        return switch (failed) {
            case PracticeRefused refused -> refused.words(texts);
            case RightRefused refused -> refused.words(texts);
            case DecisionRefused refused ->
                refused.judgement()
                        .first()
                        .map(first -> first.words(texts, book.words(texts.language())))
                        .orElseGet(() -> texts.get("practice.failed"));
            case IOException _ -> texts.get("practice.not-written");
            default -> texts.get("practice.failed");
        };
    }
}
