package org.moderationdesk.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.util.Duration;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.approvals.view.ApprovalRooms;
import org.moderationdesk.approvals.view.ApprovalsModel;
import org.moderationdesk.approvals.view.ApprovalsScreen;
import org.moderationdesk.approvals.view.NoticeBell;
import org.moderationdesk.approvals.view.NoticesModel;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.StoredPictures;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.shell.StatusBar;
import org.moderationdesk.staff.Person;

/** What waits for a second person and what there is to tell, for the person at the desk. JavaFX thread only. */
final class ApprovalCorner {
    /** How often is asked what there is to tell. */
    private static final Duration AGAIN = Duration.seconds(15);

    private final NoticesModel notices;
    private final NoticeBell bell;
    private final ApprovalsModel model;
    private final ApprovalsScreen screen;
    private final Ways ways;
    private final Timeline asking;

    /**
     * Where one goes from here: to a clause, to an item's case, to what waits, to a calibration session, to what was said
     * about a judgement, to an edition, to what practice tells of, to an order.
     *
     * @param also what other rooms have to tell somebody
     */
    record Ways(
            Consumer<ClauseCode> clause,
            Consumer<String> item,
            Runnable approvals,
            Consumer<String> session,
            Consumer<String> judged,
            Consumer<String> edition,
            Consumer<Notice> practice,
            Consumer<String> order,
            Function<Person, List<Notice>> also) {}

    ApprovalCorner(OpenDesk desk, Kit kit, Furnishing furnishing, Dialogs dialogs, StatusBar status, Ways ways) {
        this.ways = ways;
        notices = new NoticesModel(desk.approvals(), furnishing.person(), kit.background(), also(desk, ways));
        bell = new NoticeBell(notices, kit, dialogs, this::open);
        var rooms = new ApprovalRooms(
                desk.approvals(),
                desk.decisions().approvals(),
                desk.review(),
                // What is only read asks the rules for nothing that a setting changes.
                DecisionTools.of(desk.rules(), DecisionSettings::defaults),
                new StoredPictures(desk.items(), desk.decoder()),
                desk.covering());
        model = new ApprovalsModel(rooms, furnishing.person(), kit.background(), kit.clock());
        model.onAnswer(notices::refresh);
        screen = new ApprovalsScreen(model, kit, dialogs, status, furnishing.sizes(), ways.clause());
        asking = new Timeline(new KeyFrame(AGAIN, _ -> notices.refresh()));
        asking.setCycleCount(Animation.INDEFINITE);
    }

    /** What other rooms have to tell; off the JavaFX thread. */
    private static Function<Person, List<Notice>> also(OpenDesk desk, Ways ways) {
        return person -> Stream.of(
                        desk.hiddenNotices().of(person),
                        ReferralRooms.notices(desk, person),
                        ways.also().apply(person),
                        desk.qualityNotices().of(person))
                .flatMap(List::stream)
                .toList();
    }

    Screen screen() {
        return screen;
    }

    /** For the top bar. */
    Node bell() {
        return bell.node();
    }

    Optional<String> itemInSight() {
        return screen.itemInSight();
    }

    void openNotices() {
        bell.open();
    }

    /** How many decisions wait that this person may answer. */
    ReadOnlyIntegerProperty waitingProperty() {
        return notices.waitingProperty();
    }

    /** Who works at this desk; nobody, while it knows no people. */
    ReadOnlyObjectProperty<List<Person>> workingProperty() {
        return notices.workingProperty();
    }

    void start() {
        notices.refresh();
        asking.play();
    }

    /** Somebody has recorded something. */
    void changed() {
        notices.refresh();
    }

    void stop() {
        asking.stop();
    }

    private void open(Notice notice) {
        switch (notice.kind()) {
            case WAITS, EMERGENCY, TEST_EMERGENCY -> {
                ways.approvals().run();
                model.open(notice.about());
            }
            case CALIBRATE, RULED -> ways.session().accept(notice.about());
            case EDITION -> ways.edition().accept(notice.about());
            case QUALITY_RESOLVED, QUALITY_REPLIED -> ways.judged().accept(notice.about());
            case PRACTISE, RESCORED, TRAINER_NOTE, KEY_RULED, KEY_QUESTIONED, CERTIFICATE_ENDS ->
                ways.practice().accept(notice);
            case ORDER_OPEN, ORDER_LATE -> ways.order().accept(notice.about());
            case EMERGENCY_CALLED -> {
                // Of what the desk does not have there is nothing to show.
                if (!notice.itemId().isEmpty()) {
                    ways.item().accept(notice.itemId());
                }
            }
            case APPROVED, REFUSED, SENT_BACK, HANDED_OVER -> ways.item().accept(notice.itemId());
        }
    }
}
