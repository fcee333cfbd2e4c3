package org.moderationdesk.decisions.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.items.Author;

final class ChecklistModelTest {
    @Test
    void sectionsThatReportsPointAtComeFirstAndOpenTheRestOfTheChapterFolded() {
        PanelCase one = PanelCase.reportedFor("5.3", "9.1");

        assertThat(one.sections()).startsWith("5.3", "9.1", "5.1", "5.2");
        assertThat(one.checklist.sections())
                .filteredOn(shown -> shown.openProperty().get())
                .extracting(shown -> shown.section().code().value())
                .containsExactly("5.3", "9.1");
        assertThat(one.checklist.currentProperty().get()).isEqualTo(new ClauseCode("5.3.1"));
    }

    @Test
    void somebodyUnderAgeBringsTheChapterOnMinors() {
        PanelCase one = PanelCase.reportedFor("5.3");
        assertThat(one.sections()).doesNotContain("8.1");

        one.checklist.answerAge(Answer.YES);

        assertThat(one.sections()).contains("8.0", "8.1", "8.6");
        assertThat(one.checklist.sections())
                .filteredOn(shown -> shown.section().code().chapter() == 8)
                .anyMatch(shown -> shown.openProperty().get());
        one.checklist.answerAge(Answer.NO);
        assertThat(one.sections()).doesNotContain("8.1");
    }

    @Test
    void aHostWhoseAgeIsInDoubtIsAskedAboutRightAfterWhatIsReported() {
        PanelCase adult = PanelCase.livestreamOf(31, Author.AgeSource.SELF_DECLARED, "5.3");
        assertThat(adult.sections()).doesNotContain("8.0");

        adult.checklist.answerAge(Answer.UNSURE);
        assertThat(adult.sections()).startsWith("5.3", "8.0").doesNotContain("8.1");
        adult.checklist.answerAge(Answer.NO);
        assertThat(adult.sections()).doesNotContain("8.0");

        for (PanelCase doubtful : List.of(
                PanelCase.livestreamOf(null, Author.AgeSource.UNKNOWN, "5.3"),
                PanelCase.livestreamOf(16, Author.AgeSource.SELF_DECLARED, "5.3"),
                PanelCase.livestreamOf(40, Author.AgeSource.UNKNOWN, "5.3"))) {
            assertThat(doubtful.sections()).startsWith("5.3", "8.0");
            assertThat(doubtful.checklist.sections().get(1).openProperty().get())
                    .isTrue();
        }
    }

    @Test
    void aVideoIsNotAskedForItsHost() {
        PanelCase one = PanelCase.reportedFor("5.3");

        one.checklist.answerAge(Answer.UNSURE);

        assertThat(one.sections()).doesNotContain("8.0");
    }

    @Test
    void keysWalkThroughTheRulesAndOpenAFoldedSectionAsTheyComeToIt() {
        PanelCase one = PanelCase.reportedFor("5.3");
        int rules = PanelCase.BOOK
                .section(new SectionCode("5.3"))
                .orElseThrow()
                .rules()
                .size();

        for (int i = 0; i < rules; i++) {
            one.checklist.move(1);
        }

        assertThat(one.checklist.currentProperty().get()).isEqualTo(new ClauseCode("5.1.1"));
        assertThat(one.checklist.sections().get(1).openProperty().get()).isTrue();
        for (int i = 0; i <= rules; i++) {
            one.checklist.move(-1);
        }
        assertThat(one.checklist.currentProperty().get()).isNull();
    }

    @Test
    void theRestOfASectionIsAnsweredNoWithoutChangingWhatWasAnswered() {
        PanelCase one = PanelCase.reportedFor("5.3");
        one.checklist.answer(Answer.YES);

        one.checklist.restIsNo();

        assertThat(one.proposals.proposalProperty().get().answers())
                .containsEntry(new ClauseCode("5.3.1"), Answer.YES)
                .containsEntry(new ClauseCode("5.3.2"), Answer.NO)
                .containsEntry(new ClauseCode("5.3.3"), Answer.NO);
        assertThat(one.checklist.progress()).isEqualTo(new ChecklistModel.Progress(3, 3));
    }

    @Test
    void anyChapterCanBeChosen() {
        PanelCase one = PanelCase.reportedFor("5.3");

        one.checklist.chooseChapter(3);

        assertThat(one.sections()).startsWith("5.3").contains("3.1", "3.2").doesNotContain("5.1");
        assertThat(one.checklist.currentProperty().get()).isEqualTo(new ClauseCode("3.1.1"));
    }

    @Test
    void aLockedCaseTakesNoAnswer() {
        PanelCase one = PanelCase.reportedFor("5.3");
        one.proposals.open(one.proposals.proposalProperty().get(), Objects.requireNonNull(one.proposals.facts()), true);

        one.checklist.answer(Answer.YES);
        one.checklist.answerAge(Answer.YES);

        assertThat(one.proposals.proposalProperty().get().answers()).isEmpty();
        assertThat(one.checklist.underAgeProperty().get()).isNull();
    }
}
