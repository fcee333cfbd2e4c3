package org.moderationdesk.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.calibration.CalibrationNotices;
import org.moderationdesk.calibration.CaseSource;
import org.moderationdesk.calibration.Disputed;
import org.moderationdesk.calibration.Offered;
import org.moderationdesk.calibration.PrecedentBook;
import org.moderationdesk.calibration.Precedents;
import org.moderationdesk.calibration.view.CalibrationDoors;
import org.moderationdesk.calibration.view.CalibrationScreen;
import org.moderationdesk.calibration.view.PrecedentCounsel;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.insights.DisputedCase;
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

    /** @param unclear the cases of the least clear clauses, as this person may know of them */
    CalibrationCorner(
            OpenDesk desk,
            Kit kit,
            Person person,
            Dialogs dialogs,
            Consumer<ClauseCode> onClause,
            Supplier<List<DisputedCase>> unclear) {
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
                lead -> offered(lead, unclear));
        screen = new CalibrationScreen(doors, person, kit, dialogs, onClause);
    }

    /** What second reviews left to the team, and what lies behind unclear clauses. */
    private List<Offered> offered(Person lead, Supplier<List<DisputedCase>> unclear) {
        List<Offered> all = new ArrayList<>();
        if (Rights.has(lead, Right.RESOLVE_DIFFERENCE)) {
            new Calibrating(desk.store())
                    .waiting(lead)
                    .forEach(one -> all.add(new Offered(
                            new Disputed(one.decisionId(), CaseSource.DIFFERENCE),
                            one.childSafety(),
                            /* clause= */ null)));
        }
        if (Rights.has(lead, Right.SEE_INSIGHTS) && Rights.has(lead, Right.SEE_DECISIONS)) {
            all.addAll(unclear(unclear.get()));
        }
        return all;
    }

    private static List<Offered> unclear(List<DisputedCase> cases) {
        return cases.stream()
                .map(one -> new Offered(
                        new Disputed(one.decisionId(), CaseSource.UNCLEAR_CLAUSE), one.childSafety(), one.clause()))
                .toList();
    }

    /** Begins a session about a clause that is read differently, of these cases. */
    void begin(ClauseCode clause, List<DisputedCase> cases) {
        screen.begin(clause, unclear(cases));
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
