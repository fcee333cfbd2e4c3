package org.moderationdesk.app;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.util.Duration;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.StoredPictures;
import org.moderationdesk.practice.HiddenCount;
import org.moderationdesk.practice.HiddenResult;
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

    private final QualityScreen screen;
    private final Timeline asking;
    private final boolean works;

    QualityCorner(
            OpenDesk desk,
            Kit kit,
            Furnishing furnishing,
            Dialogs dialogs,
            StatusBar status,
            Consumer<ClauseCode> onClause) {
        Person person = furnishing.person();
        works = Rights.has(person, Right.DECIDE);
        var doors = new QualityDoors(
                desk.secondReviews(),
                desk.differences(),
                desk.replies(),
                new QualityDoors.Planning(
                        desk.samplingPlans(),
                        desk.sampling(),
                        desk.coverages(),
                        (lead, since) -> known(desk, lead, since)),
                desk.review(),
                new ApartCase.Means(
                        DecisionTools.of(desk.book(), DecisionSettings::defaults),
                        new StoredPictures(desk.items(), desk.decoder()),
                        desk.covering()));
        screen = new QualityScreen(
                doors, person, kit, new QualityScreen.Around(dialogs, status, furnishing.sizes(), onClause));
        asking = new Timeline(new KeyFrame(AGAIN, _ -> screen.look()));
        asking.setCycleCount(Animation.INDEFINITE);
    }

    /** How hidden tests were answered; nothing for who may not know of them. */
    private static List<QualityDoors.Answers> known(OpenDesk desk, Person lead, Instant since) {
        if (!Rights.has(lead, Right.TRAIN)) {
            return List.of();
        }
        List<HiddenResult> lately = desk.hidden().results(lead).stream()
                .filter(one -> !one.at().isBefore(since))
                .toList();
        return HiddenCount.of(lately).stream()
                .map(one -> new QualityDoors.Answers(
                        one.person(), one.answered(), one.answered() - one.wrong(), one.isEnough()))
                .toList();
    }

    QualityScreen screen() {
        return screen;
    }

    /** Looks made here count towards the day that the window tells of, and its breaks come first here too. */
    void countTowards(WellbeingModel care) {
        screen.onLook(care::refresh);
        screen.onBreak(care::breakFirst);
    }

    /** How many second reviews wait for this person. */
    ReadOnlyIntegerProperty waiting() {
        return screen.waitingProperty();
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
