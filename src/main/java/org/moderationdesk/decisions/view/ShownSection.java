package org.moderationdesk.decisions.view;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.Section;

/** A section on the checklist, open or folded. */
final class ShownSection {
    private final Section section;
    private final boolean reported;
    private final BooleanProperty open;

    ShownSection(Section section, boolean reported, boolean open) {
        this.section = section;
        this.reported = reported;
        this.open = new SimpleBooleanProperty(open);
    }

    Section section() {
        return section;
    }

    /** Whether a report points at it. */
    boolean isReported() {
        return reported;
    }

    BooleanProperty openProperty() {
        return open;
    }

    int rules() {
        return section.rules().size();
    }

    int answered(Proposal proposal) {
        return (int) section.rules().stream()
                .filter(rule -> proposal.answers().containsKey(rule.code()))
                .count();
    }

    boolean isAllNo(Proposal proposal) {
        return section.rules().stream().allMatch(rule -> proposal.answers().get(rule.code()) == Answer.NO);
    }
}
