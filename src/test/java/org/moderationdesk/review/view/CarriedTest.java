package org.moderationdesk.review.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.guidelines.ClauseCode;

/** Answers that the store does not take as a case is left: its table of drafts is away meanwhile. */
final class CarriedTest {
    private static final ClauseCode CLAUSE = new ClauseCode("9.1.1");

    private ScreenDesk desk;
    private ReviewModel model;
    private long caseId;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new ScreenDesk(folder);
        desk.flag("A-1", "9.1");
        model = desk.model();
        model.open("A-1");
        caseId = model.openedProperty().get().row().id();
        mark(4);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whoLeavesACaseFindsTheirAnswersOnceTheStoreTakesThem() {
        away();
        assertThat(model.unsavedItem()).contains("A-1");

        model.leave(() -> {});
        assertThat(desk.carried().isEmpty()).isFalse();
        model.bringCarried();
        assertThat(desk.carried().isEmpty()).isFalse();

        back();
        model.bringCarried();
        assertThat(desk.carried().isEmpty()).isTrue();
        assertThat(saved()).containsExactly(4);
        assertThat(model.newsProperty().get()).isEqualTo(new ReviewNews.Kept("A-1"));
        model.open("A-1");
        assertThat(model.unsavedItem()).isEmpty();
        assertThat(model.openedProperty().get().draft().evidence()).hasSize(1);
    }

    @Test
    void whileTheStoreDoesNotAnswerItIsNotEvenAsked() {
        model.storeGone(true);

        model.leave(() -> {});

        assertThat(saved()).isEmpty();
        assertThat(desk.carried().isEmpty()).isFalse();
        model.storeGone(false);
        assertThat(saved()).containsExactly(4);
    }

    @Test
    void aCaseThatStaysOpenGoesOnAndItsLaterAnswersPrevail() {
        away();
        model.openNext();
        back();
        desk.clock().advance(Duration.ofSeconds(2));
        mark(7);
        model.tick();
        assertThat(model.unsavedItem()).isEmpty();

        model.bringCarried();

        assertThat(desk.carried().isEmpty()).isTrue();
        assertThat(saved()).containsExactly(4, 7);
    }

    @Test
    void answersOfWhoLosesTheCaseAreSavedFirst() {
        desk.clock().advance(Duration.ofHours(1));

        model.tick();

        assertThat(saved()).containsExactly(4);
    }

    /** Marks the text up to there as evidence. */
    private void mark(int to) {
        model.open().item().marks().add(new EvidenceMark.InText(CLAUSE, EvidenceMark.Place.TEXT, 0, 0, to, null));
    }

    /** How far the marks go of which the store knows. */
    private List<Integer> saved() {
        return desk.review().loadDraft(caseId, ScreenDesk.NOOR).stream()
                .flatMap(draft -> draft.evidence().stream())
                .map(mark -> ((EvidenceMark.InText) mark).to())
                .toList();
    }

    private void away() {
        int unused = desk.store().write(handle -> handle.execute("alter table draft rename to elsewhere"));
    }

    private void back() {
        int unused = desk.store().write(handle -> handle.execute("alter table elsewhere rename to draft"));
    }
}
