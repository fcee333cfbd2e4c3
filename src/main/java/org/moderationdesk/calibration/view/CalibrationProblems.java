package org.moderationdesk.calibration.view;

import org.moderationdesk.base.Texts;
import org.moderationdesk.calibration.CalibrationRefused;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.staff.RightRefused;

/** Says why something did not happen. */
record CalibrationProblems(Texts texts, Book book) {
    String of(Exception failed) {
        return switch (failed) {
            case CalibrationRefused refused -> refused.words(texts);
            case RightRefused refused -> refused.words(texts);
            case DecisionRefused refused ->
                refused.judgement()
                        .first()
                        .map(first -> first.words(texts, book.words(texts.language())))
                        .orElseGet(() -> texts.get("calibration.failed"));
            default -> texts.get("calibration.failed");
        };
    }
}
