package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.practice.PracticeDesk.ANNA;
import static org.moderationdesk.practice.PracticeDesk.FLEUR;
import static org.moderationdesk.practice.PracticeDesk.TESS;
import static org.moderationdesk.practice.PracticeDesk.TOM;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.practice.scoring.PracticePapers;
import org.moderationdesk.practice.scoring.RunScorer;
import org.moderationdesk.staff.Person;

/** Nobody's score can be told from the middle of a group: of fewer than three people there is none, nor on paper. */
@OnBothStores
class GroupMediansTest {
    @TempDir
    private Path folder;

    private static final RunScorer SCORER = new RunScorer(new Rules(PracticeDesk.BOOK));
    private static PracticeDesk desk;

    @BeforeAll
    static void open() {
        desk = new PracticeDesk(SCORER);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void itIsToldFromThreePeopleOnAlsoInWhatATraineeOrATrainerPrints() throws IOException {
        PracticeSet set = desk.published(2);
        var medians = new GroupMedians(desk.store());
        Run first = desk.removedAll(FLEUR, set.id());
        assertThat(first.score()).isNotNull();
        assertThat(first.score().percent()).isEqualTo(67.5);
        Run _ = desk.removedAll(ANNA, set.id());

        assertThat(medians.of(FLEUR, set.id())).isEmpty();
        for (Person viewer : new Person[] {FLEUR, TESS}) {
            assertThat(printed(viewer, first))
                    .containsPattern("1 2 Nov 2026 12:00 67\\.5\\s% fewer than 3 people\\n")
                    .doesNotContainPattern("67\\.5\\s% \\S*67\\.5");
        }

        Run _ = desk.removedAll(TOM, set.id());
        assertThat(medians.of(FLEUR, set.id())).isEqualTo(Map.of(1, 6_750.0));
        for (Person viewer : new Person[] {FLEUR, TESS}) {
            assertThat(printed(viewer, first))
                    .containsPattern("1 2 Nov 2026 12:00 67\\.5\\s% 67\\.5\\s%\\n")
                    .doesNotContain("fewer than 3 people");
        }
    }

    private String printed(Person viewer, Run run) throws IOException {
        Path file = folder.resolve("run.pdf");
        var papers = new PracticePapers(
                desk.sets(), desk.runs(), desk.results(), desk.certifying(), new GroupMedians(desk.store()), SCORER);
        assertThat(papers.run(viewer, run.id(), new Texts(Language.EN), ZoneOffset.UTC, file))
                .isPositive();
        try (PDDocument read = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(read);
        }
    }
}
