package org.moderationdesk.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.audit.view.DecisionsScreen;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.insights.DisputedCase;
import org.moderationdesk.insights.DisputedCases;
import org.moderationdesk.insights.view.UnclearModel;
import org.moderationdesk.quality.QualityCard;
import org.moderationdesk.shell.ChainState;
import org.moderationdesk.shell.Destination;
import org.moderationdesk.shell.Rail;
import org.moderationdesk.shell.StatusBar;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.wellbeing.view.WellbeingModel;

/** The rooms beside review, furnished for the person at the desk: they start, hear and stop together. JavaFX thread only. */
final class Corners {
    /** The place of what waits for a second person. */
    static final String APPROVALS = "approvals";

    private static final String CALIBRATION = "calibration";
    private static final String PRACTICE = "practice";
    private static final String QUALITY = "quality";

    private static final int OFFERED_CLAUSES = 5;
    private static final int OFFERED_EACH = 20;

    private final Kit kit;
    private final Person person;
    private final Dialogs dialogs;
    private final StatusBar statusBar;
    private final Ways ways;
    private final CalibrationCorner calibration;
    private final DecisionsCorner decisions;
    private final EditionsCorner editions;
    private final PracticeCorner practice;
    private final QualityCorner quality;
    private final ApprovalCorner approvals;
    private final TeamCorner team;
    private final ReferralCorner referrals;

    /**
     * Ways out of the corners.
     *
     * @param place goes to a place, by its id
     * @param item goes to an item's case
     * @param busy whether the window must not be furnished anew just now
     * @param wishes what is asked of the window
     */
    record Ways(
            Consumer<String> place,
            Consumer<ClauseCode> clause,
            Consumer<String> item,
            BooleanSupplier busy,
            Wishes wishes) {}

    Corners(OpenDesk desk, Kit kit, Furnishing furnishing, Dialogs dialogs, StatusBar statusBar, Ways ways) {
        this.kit = kit;
        this.person = furnishing.person();
        this.dialogs = dialogs;
        this.statusBar = statusBar;
        this.ways = ways;
        decisions = new DecisionsCorner(desk, kit, furnishing);
        DisputedCases disputed = decisions.disputed();
        calibration = new CalibrationCorner(
                desk,
                kit,
                person,
                dialogs,
                ways.clause(),
                () -> disputed.ofTheLeastClear(OFFERED_CLAUSES, OFFERED_EACH));
        quality = new QualityCorner(desk, kit, furnishing, dialogs, statusBar, ways.clause());
        practice = new PracticeCorner(desk, kit, furnishing, dialogs, statusBar, ways.clause());
        var ofEditions = new EditionsCorner.Ways(
                ways.clause(),
                () -> ways.place().accept(EditionsCorner.PLACE),
                ways.busy(),
                ways.wishes().choices()::newEdition);
        editions = new EditionsCorner(desk, kit, furnishing, dialogs, ofEditions);
        var ofApprovals = new ApprovalCorner.Ways(
                ways.clause(),
                ways.item(),
                () -> ways.place().accept(APPROVALS),
                this::goToSession,
                this::goToJudged,
                editions::open,
                this::goToPractice,
                this::goToOrder,
                practice.noticesWith(editions.noticesWith(calibration::notices)));
        approvals = new ApprovalCorner(desk, kit, furnishing, dialogs, statusBar, ofApprovals);
        team = new TeamCorner(desk, kit, furnishing, dialogs, statusBar, ways.wishes());
        referrals = new ReferralCorner(
                desk, kit, furnishing, dialogs, statusBar, new ReferralCorner.Ways(ways.item(), () -> ways.place()
                        .accept(ReferralCorner.PLACE)));
    }

    CalibrationCorner calibration() {
        return calibration;
    }

    EditionsCorner editions() {
        return editions;
    }

    /** Looks made in these rooms count towards the day that the window tells of. */
    void countTowards(WellbeingModel care) {
        quality.countTowards(care);
        practice.countTowards(care);
    }

    ReferralCorner referrals() {
        return referrals;
    }

    ApprovalCorner approvals() {
        return approvals;
    }

    /** Where this person may go on the rail, in its order. */
    List<Destination> places() {
        var places = new ArrayList<Destination>();
        var texts = kit.texts();
        if (may(Right.MANAGE_PEOPLE)) {
            places.add(new Destination("people", Icon.PEOPLE, texts.get("shell.rail.people"), team::people));
        }
        if (may(Right.APPROVE) && may(Right.LOOK)) {
            places.add(new Destination(APPROVALS, Icon.APPROVALS, texts.get("approvals.rail"), approvals::screen));
        }
        if (ReferralPlace.isFor(person)) {
            places.add(new Destination(
                    ReferralCorner.PLACE, Icon.REFERRAL, texts.get("referrals.rail"), referrals::screen));
        }
        if (may(Right.LOOK)) {
            places.add(
                    new Destination(CALIBRATION, Icon.DUPLICATES, texts.get("calibration.rail"), calibration::screen));
        }
        if (may(Right.DECIDE)) {
            places.add(new Destination(QUALITY, Icon.QUALITY, texts.get("quality.rail"), quality::screen));
        }
        if (may(Right.PRACTISE)) {
            places.add(new Destination(PRACTICE, Icon.PRACTICE, texts.get("practice.rail"), practice::screen));
        }
        if (may(Right.SET_ROUTING)) {
            places.add(new Destination("queues", Icon.FILTER, texts.get("routing.title"), team::queues));
        }
        places.addAll(decisions.places(
                dialogs,
                statusBar,
                new DecisionsScreen.Ways(ways.clause(), this::goToDifference),
                new UnclearModel.Ways(this::goToDecision, this::calibrate)));
        return List.copyOf(places);
    }

    /** How much waits, on the rail. */
    void count(Rail rail) {
        rail.count(APPROVALS, approvals.waitingProperty(), count -> kit.texts().get("approvals.rail.spoken", count));
        rail.count(ReferralCorner.PLACE, referrals.toDo(), count -> kit.texts().get("referrals.rail.spoken", count));
        rail.count(QUALITY, quality.waiting(), count -> kit.texts().get("quality.rail.spoken", count));
    }

    /** For the status bar. */
    List<Node> parts() {
        return editions.parts();
    }

    void start() {
        approvals.start();
        editions.start();
        quality.start();
        referrals.start();
    }

    /** Somebody has recorded something. */
    void changed() {
        approvals.changed();
        editions.changed();
        quality.changed();
        referrals.changed();
    }

    /** What is known of the log's chain. */
    void chain(ChainState state) {
        decisions.chain(state);
    }

    void lock() {
        quality.lock();
        practice.lock();
    }

    void stop() {
        approvals.stop();
        editions.stop();
        quality.stop();
        referrals.stop();
        practice.stop();
    }

    private void goToPractice(Notice notice) {
        ways.place().accept(PRACTICE);
        practice.screen().open(notice);
    }

    private void goToOrder(String orderId) {
        referrals.openOrder(orderId);
    }

    private void goToSession(String sessionId) {
        ways.place().accept(CALIBRATION);
        calibration.screen().open(sessionId);
    }

    private void goToDecision(String decisionId) {
        ways.place().accept(DecisionsCorner.LOG);
        decisions.open(decisionId);
    }

    private void calibrate(ClauseCode clause, List<DisputedCase> cases) {
        ways.place().accept(CALIBRATION);
        calibration.begin(clause, cases);
    }

    private void goToJudged(String reviewId) {
        ways.place().accept(QUALITY);
        quality.screen().open(reviewId);
    }

    private void goToDifference(QualityCard card) {
        ways.place().accept(QUALITY);
        if (card.isResolved()) {
            quality.screen().open(card.reviewId());
        } else {
            quality.screen().openDifference(card.reviewId());
        }
    }

    private boolean may(Right right) {
        return Rights.has(person, right);
    }
}
