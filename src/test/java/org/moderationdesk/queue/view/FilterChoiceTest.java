package org.moderationdesk.queue.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.queue.Priority.Part;
import org.moderationdesk.settings.Settings;

final class FilterChoiceTest {
    private static final List<FilterChoice> EVERY = List.of(
            new FilterChoice.LateOnly(),
            new FilterChoice.OfKind(ItemKind.IMAGE),
            new FilterChoice.OfSeverity(Severity.HIGH),
            new FilterChoice.InChapter(5),
            new FilterChoice.InSection("5.3"),
            new FilterChoice.InLanguage("fy"),
            new FilterChoice.InRegion("NL"),
            new FilterChoice.OpenFor(24));

    @Test
    void everyChoiceCanBeMadeListedAndTakenAwayAgain() {
        CaseFilter start = CaseFilter.ofQueue("general").searching("cake");
        CaseFilter all = start;
        for (FilterChoice choice : EVERY) {
            all = choice.put(all, true);
            assertThat(choice.isIn(all)).isTrue();
        }
        assertThat(FilterChoice.of(all)).containsExactlyElementsOf(EVERY);
        assertThat(all.text()).isEqualTo("cake");

        for (FilterChoice choice : EVERY) {
            all = choice.put(all, false);
            assertThat(choice.isIn(all)).isFalse();
        }
        assertThat(all).isEqualTo(start);
    }

    @Test
    void clearingTakesEverythingAwayButTheQueue() {
        CaseFilter narrow = new FilterChoice.LateOnly()
                .put(CaseFilter.ofQueue("legal"), true)
                .searching("x");

        assertThat(FilterChoice.cleared(narrow)).isEqualTo(CaseFilter.ofQueue("legal"));
    }

    @Test
    void keptViewsComeBackFromTheSettingsFolderAsTheyWere(@TempDir Path folder) {
        CaseFilter filter = CaseFilter.ofQueue("general");
        for (FilterChoice choice : EVERY) {
            filter = choice.put(filter, true);
        }
        var view = new SavedViews.SavedView("Frisian images", filter, Ordering.DUE);
        new Settings(folder).write(SavedViews.TOPIC, SavedViews.none().with(view));

        SavedViews read = new Settings(folder).read(SavedViews.TOPIC, SavedViews.class, SavedViews.none());

        assertThat(read.views()).containsExactly(view);
        assertThat(read.with(view).views()).hasSize(1);
        assertThat(read.without("Frisian images").views()).isEmpty();
    }

    @Test
    void wordsThatWereSearchedForAreNotKeptSinceNoErasureWouldReachThem(@TempDir Path folder) throws IOException {
        var settings = new Settings(folder);
        settings.write(
                SavedViews.TOPIC,
                SavedViews.none()
                        .with(new SavedViews.SavedView(
                                "Theirs", CaseFilter.ofQueue("general").searching("@zaal4"), Ordering.DUE)));

        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).contains("Theirs").doesNotContain("zaal4");
            }
        }
        assertThat(settings.read(SavedViews.TOPIC, SavedViews.class, SavedViews.none())
                        .views())
                .singleElement()
                .satisfies(one -> assertThat(one.filter()).isEqualTo(CaseFilter.ofQueue("general")));
    }

    @Test
    void thePartsOfAPriorityAddUpAlsoAfterRounding() {
        List<Part> parts = List.of(new Part("severity", 20_040), new Part("reports", 3_040), new Part("due", -4_130));

        List<Long> tenths = WhyFirst.tenths(parts);

        assertThat(tenths).hasSize(3);
        assertThat(tenths.stream().mapToLong(Long::longValue).sum()).isEqualTo(Math.round(18_950 / 100.0));
    }
}
