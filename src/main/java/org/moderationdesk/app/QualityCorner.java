package org.moderationdesk.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableIntegerValue;
import javafx.util.Duration;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.StoredPictures;
import org.moderationdesk.quality.QualityNotices;
import org.moderationdesk.quality.view.QualityDoors;
import org.moderationdesk.quality.view.QualityScreen;
import org.moderationdesk.review.view.ApartCase;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.shell.StatusBar;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.wellbeing.view.WellbeingModel;

/** Quality review for the person at the desk. JavaFX thread only. */
final class QualityCorner {
    /** How often is asked how much waits, while nobody tells of it. */
    private static final Duration AGAIN = Duration.minutes(1);

    private final QualityNotices notices;
    private final QualityScreen screen;
    private final Timeline asking;
    private final boolean works;

    QualityCorner(
            OpenDesk desk, Kit kit, Person person, Dialogs dialogs, StatusBar status, Consumer<ClauseCode> onClause) {
        works = Rights.has(person, Right.DECIDE);
        notices = desk.qualityNotices();
        var doors = new QualityDoors(
                desk.secondReviews(),
                desk.differences(),
                desk.replies(),
                new QualityDoors.Planning(desk.samplingPlans(), desk.sampling(), desk.coverages()),
                desk.review(),
                new ApartCase.Means(
                        DecisionTools.of(desk.book(), DecisionSettings::defaults),
                        new StoredPictures(desk.items(), desk.decoder()),
                        desk.covering()));
        screen = new QualityScreen(doors, person, kit, dialogs, status, onClause);
        asking = new Timeline(new KeyFrame(AGAIN, _ -> screen.look()));
        asking.setCycleCount(Animation.INDEFINITE);
    }

    QualityScreen screen() {
        return screen;
    }

    /** Looks made here count towards the day that the window tells of. */
    void countTowards(WellbeingModel care) {
        screen.onLook(care::refresh);
    }

    /** How many second reviews wait for this person. */
    ObservableIntegerValue waiting() {
        return screen.waitingProperty();
    }

    /** What there is to tell, with what another room has; off the JavaFX thread. */
    Function<Person, List<Notice>> noticesWith(Function<Person, List<Notice>> others) {
        return person -> {
            var all = new ArrayList<>(others.apply(person));
            all.addAll(notices.of(person));
            return all;
        };
    }

    void start() {
        if (works) {
            screen.look();
            asking.play();
        }
    }

    /** Somebody has recorded something. */
    void changed() {
        if (works) {
            screen.look();
        }
    }

    void lock() {
        screen.lock();
    }

    void stop() {
        asking.stop();
        screen.lock();
    }
}
