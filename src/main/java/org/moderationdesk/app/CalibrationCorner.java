package org.moderationdesk.app;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.calibration.CalibrationNotices;
import org.moderationdesk.calibration.CaseSource;
import org.moderationdesk.calibration.Disputed;
import org.moderationdesk.calibration.PrecedentBook;
import org.moderationdesk.calibration.Precedents;
import org.moderationdesk.calibration.view.CalibrationDoors;
import org.moderationdesk.calibration.view.CalibrationScreen;
import org.moderationdesk.calibration.view.PrecedentCounsel;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.StoredPictures;
import org.moderationdesk.quality.Calibrating;
import org.moderationdesk.review.view.ApartCase;
import org.moderationdesk.review.view.ReviewModel;
import org.moderationdesk.review.view.ReviewScreen;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Calibration for the person at the desk, and precedents beside what they decide. JavaFX thread only. */
final class CalibrationCorner {
    private final OpenDesk desk;
    private final Kit kit;
    private final Person person;
    private final Precedents precedents;
    private final CalibrationNotices notices;
    private final CalibrationScreen screen;
    private @Nullable PrecedentBook shown;

    CalibrationCorner(OpenDesk desk, Kit kit, Person person, Dialogs dialogs, Consumer<ClauseCode> onClause) {
        this.desk = desk;
        this.kit = kit;
        this.person = person;
        this.precedents = desk.precedents();
        this.notices = new CalibrationNotices(desk.calibration(), kit.clock());
        var doors = new CalibrationDoors(
                desk.calibration(),
                desk.rulings(),
                precedents,
                desk.people(),
                desk.review(),
                new ApartCase.Means(
                        DecisionTools.of(desk.rules(), DecisionSettings::defaults),
                        new StoredPictures(desk.items(), desk.decoder()),
                        desk.covering()),
                this::disputed);
        screen = new CalibrationScreen(doors, person, kit, dialogs, onClause);
    }

    /** What second reviews left to the team, and somebody may have a session of. */
    private List<Disputed> disputed(Person lead) {
        return Rights.has(lead, Right.RESOLVE_DIFFERENCE)
                ? new Calibrating(desk.store())
                        .waiting(lead).stream()
                                .map(one -> new Disputed(one.decisionId(), CaseSource.DIFFERENCE))
                                .toList()
                : List.of();
    }

    CalibrationScreen screen() {
        return screen;
    }

    /** What there is to tell; off the JavaFX thread. */
    List<Notice> notices(Person told) {
        return notices.of(told);
    }

    /** Reads the precedents with each case that is opened, once, and lets them speak on the review screen. */
    void advise(ReviewModel reviewing, ReviewScreen review) {
        reviewing.openedProperty().subscribe(opened -> {
            if (opened != null) {
                kit.background().run(() -> precedents.book(person), book -> speak(review, book), _ -> {});
            }
        });
    }

    private void speak(ReviewScreen review, PrecedentBook book) {
        if (!book.equals(shown)) {
            shown = book;
            review.counsel(new PrecedentCounsel(book, kit, desk.book()));
        }
    }
}
