package org.moderationdesk.review.view;

import java.util.List;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.HistoryLine;
import org.moderationdesk.items.view.OpenItem;
import org.moderationdesk.review.Opened;

/** Tells a case to the part of the screen that shows the item, in one language. */
public final class CaseHistory {
    private final Texts texts;

    public CaseHistory(Texts texts) {
        this.texts = texts;
    }

    public OpenItem of(Opened opened) {
        var known = new OpenItem.Known(
                opened.facts().activeStrikes(),
                opened.earlier().stream().map(this::line).toList(),
                opened.otherCases(),
                List.of());
        return new OpenItem(opened.row(), opened.claim(), opened.file(), known);
    }

    private HistoryLine line(DecisionLine line) {
        String outcome = texts.get("decisions.outcome." + line.outcome());
        String state = texts.get("decisions.state." + line.state());
        String clauses =
                String.join(", ", line.yes().stream().map(ClauseCode::value).toList());
        String what = clauses.isEmpty()
                ? texts.get("review.screen.history", outcome, state)
                : texts.get("review.screen.history.clauses", outcome, clauses, state);
        return new HistoryLine(line.at(), what, line.person());
    }
}
