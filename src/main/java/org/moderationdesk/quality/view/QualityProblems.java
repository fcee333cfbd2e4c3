package org.moderationdesk.quality.view;

import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.quality.QualityRefused;
import org.moderationdesk.quality.SamplingRefused;
import org.moderationdesk.staff.RightRefused;

/** Says why something did not happen. */
record QualityProblems(Texts texts, Book book) {
    String of(Exception failed) {
        return switch (failed) {
            case QualityRefused refused -> refused.words(texts);
            case SamplingRefused refused -> refused.words(texts);
            case RightRefused refused -> refused.words(texts);
            case DecisionRefused refused ->
                refused.judgement()
                        .first()
                        .map(first -> first.words(texts, book.words(texts.language())))
                        .orElseGet(() -> texts.get("quality.failed"));
            default -> texts.get("quality.failed");
        };
    }
}
