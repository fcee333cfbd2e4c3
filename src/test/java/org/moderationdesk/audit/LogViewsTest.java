package org.moderationdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.StoredEvents;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.retention.PersonErasure;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

@OnBothStores
class LogViewsTest {
    private static final Person LARS = new Person("lars", Set.of(Role.TEAM_LEAD), false);
    private static final Person TIM = new Person("tim", Set.of(Role.TRAINER), false);

    private static final Person ADA = new Person("ada", Set.of(Role.ADMINISTRATOR), true);

    private AuditDesk desk;
    private StoredLogViews views;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new AuditDesk(folder);
        views = new StoredLogViews(desk.store(), desk.review().log());
    }

    @AfterEach
    void close() {
        assertThat(desk.review().verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void aViewIsReadAsItWasKeptAndChangedAndForgotten() {
        var filter = LogFilter.none()
                .within(new Period(null, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)))
                .put(Facet.OUTCOME, "REMOVE", true)
                .put(Facet.OUTCOME, "EXCEPTION", true)
                .put(Facet.REVIEWER, "a \"quoted\" name", true)
                .saying("=lantern");
        var view = new LogView(
                "v1",
                "lars",
                "Removals",
                false,
                filter,
                new LogOrder(LogColumn.TOOK, true),
                List.of(LogColumn.ENTRY, LogColumn.TOOK));
        views.keep(LARS, view);
        assertThat(views.of(LARS)).containsExactly(view);

        LogView renamed = view.named("Removals of November");
        views.keep(LARS, renamed);
        views.keep(LARS, other("v2", "lars", "All of it", LogFilter.none().within(Period.last(7))));
        assertThat(views.of(LARS)).extracting(LogView::name).containsExactly("All of it", "Removals of November");

        views.forget(LARS, renamed);
        assertThat(views.of(LARS)).extracting(LogView::id).containsExactly("v2");
        assertThat(told()).as("one's own views are nobody's business").isZero();
    }

    @Test
    void whatALeadSharesOthersAreOfferedAndCannotChange() {
        LogView shared = other("v1", "lars", "Ours", LogFilter.none()).sharedWith(true);
        views.keep(LARS, shared);
        views.keep(TIM, other("v2", "tim", "Mine", LogFilter.none()));

        assertThat(views.of(TIM)).extracting(LogView::name).containsExactly("Mine", "Ours");
        assertThat(views.of(LARS)).extracting(LogView::name).containsExactly("Ours");
        assertThatThrownBy(() -> views.keep(TIM, shared.named("Tim's"))).isInstanceOf(RightRefused.class);
        assertThatThrownBy(() -> views.forget(TIM, shared)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> views.keep(
                        TIM, other("v3", "tim", "For all", LogFilter.none()).sharedWith(true)))
                .isInstanceOf(RightRefused.class);
        views.keep(LARS, shared.sharedWith(false));
        assertThat(views.of(TIM)).extracting(LogView::name).containsExactly("Mine");
        assertThat(told()).isEqualTo(2);
    }

    @Test
    void theNamesOfWhoIsErasedAreInNobodysViewsAnyMore(@TempDir Path files) {
        desk.intake().take("""
            {"id":"v-1","kind":"TEXT","text":"one","author":{"id":"u-1","handle":"@Zaal.4",\
            "displayName":"Zaal Vier (NL)"},"reports":[{"id":"r-1","source":"USER","sections":["5.3"],\
            "at":"2026-11-02T11:00:00Z"}]}\
            """);
        desk.decide(
                "v-1", "\"answers\":{\"5.3.1\":\"YES\"},\"outcome\":\"REMOVE\",\"rationale\":\"as it was seen there\"");
        LogView own = other("v1", "lars", "Mine", LogFilter.none().saying("removed @zaal.4 twice"));
        LogView shared =
                other("v2", "lars", "Of zaal vier (nl)", LogFilter.none()).sharedWith(true);
        LogView tims = other(
                "v3", "tim", "Tim's", LogFilter.none().within(Period.last(7)).saying("u-1"));
        LogView others = other("v4", "tim", "Zaal 4", LogFilter.none().saying("zaalx4 zaal.45"));
        views.keep(LARS, own);
        views.keep(LARS, shared);
        views.keep(TIM, tims);
        views.keep(TIM, others);
        var erasure = new PersonErasure(
                desk.store(),
                desk.review().log(),
                new MediaStore(files, desk.store()),
                desk.clock(),
                new NamesInViews(desk.store()));

        assertThat(erasure.erase(ADA, "u-1", "R-1", Progress.NONE).account()).isTrue();

        assertThat(views.of(LARS)).containsExactlyInAnyOrder(own.asking(LogFilter.none()), shared.named("\u2026"));
        assertThat(views.of(TIM)).contains(tims.asking(LogFilter.none().within(Period.last(7))), others);
    }

    @Test
    void whoSeesNoDecisionsHasNoViewsOfThem() {
        var reviewer = new Person("rik", Set.of(Role.REVIEWER), true);

        assertThatThrownBy(() -> views.of(reviewer)).isInstanceOf(RightRefused.class);
        assertThatThrownBy(() -> views.keep(reviewer, other("v1", "rik", "Mine", LogFilter.none())))
                .isInstanceOf(RightRefused.class);
    }

    private static LogView other(String id, String owner, String name, LogFilter filter) {
        return new LogView(id, owner, name, false, filter, LogOrder.newestFirst(), List.of());
    }

    private int told() {
        int[] count = {0};
        long unused = new StoredEvents(desk.store()).stream(event -> {
            if (event.kind() == EventKind.SETTING_CHANGED) {
                count[0]++;
            }
        });
        return count[0];
    }
}
