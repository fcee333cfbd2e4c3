package org.moderationdesk.app;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.StoredPictures;
import org.moderationdesk.practice.Practice;
import org.moderationdesk.practice.PracticeNotices;
import org.moderationdesk.practice.scoring.PracticePapers;
import org.moderationdesk.practice.scoring.RunScorer;
import org.moderationdesk.practice.view.PracticeDoors;
import org.moderationdesk.practice.view.PracticeScreen;
import org.moderationdesk.review.view.ApartCase;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.shell.StatusBar;
import org.moderationdesk.staff.Person;
import org.moderationdesk.wellbeing.view.WellbeingModel;

/** Practice for the person at the desk. JavaFX thread only. */
final class PracticeCorner {
    private final Kit kit;
    private final PracticeNotices notices;
    private final PracticeScreen screen;

    PracticeCorner(
            OpenDesk desk,
            Kit kit,
            Furnishing furnishing,
            Dialogs dialogs,
            StatusBar status,
            Consumer<ClauseCode> onClause) {
        this.kit = kit;
        Practice practice = desk.practice();
        notices = practice.notices();
        var doors = new PracticeDoors(
                practice.sets(),
                practice.assignments(),
                new PracticeDoors.Running(
                        practice.runs(), practice.practising(), practice.afterAnswer(), new RunScorer(desk.rules())),
                new PracticeDoors.Told(
                        practice.results(),
                        practice.viewing(),
                        practice.medians(),
                        practice.disputes(),
                        practice.notes(),
                        practice.reminders()),
                practice.certifying(),
                new PracticeDoors.Picks(
                        practice.picking(),
                        most -> desk.decisionLog(furnishing.person()).before(Long.MAX_VALUE, most),
                        desk.practiceMedia()),
                desk.people(),
                new ApartCase.Means(
                        DecisionTools.of(desk.rules(), DecisionSettings::defaults),
                        // A copy is of no item of this desk: its own words say which file it names.
                        StoredPictures.asNamed(desk.decoder()),
                        desk.covering()),
                new PracticeDoors.Out(
                        PracticePapers.of(practice, desk.rules()),
                        practice.export(),
                        (trainer, language) -> desk.shippedPractice().lay(trainer, language, Progress.NONE)),
                new PracticeDoors.Testing(desk.hidden(), desk.hidden().retiring(desk.review())));
        var around = new PracticeScreen.Around(dialogs, status, furnishing.sizes(), furnishing.files());
        screen = new PracticeScreen(doors, furnishing.person(), kit, around, onClause);
    }

    PracticeScreen screen() {
        return screen;
    }

    /** What there is to tell, with what other rooms have; off the JavaFX thread. */
    Function<Person, List<Notice>> noticesWith(Function<Person, List<Notice>> others) {
        return told -> Stream.concat(
                        others.apply(told).stream(),
                        notices.of(told, kit.texts().language()).stream())
                .toList();
    }

    /** Looks made here count towards the day that the window tells of, and a break that is owed comes before the next item. */
    void countTowards(WellbeingModel care) {
        screen.onLook(care::refresh);
        screen.onBreak(care::breakFirst);
    }

    void lock() {
        screen.lock();
    }

    void stop() {
        screen.lock();
    }
}
