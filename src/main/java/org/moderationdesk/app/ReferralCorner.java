package org.moderationdesk.app;

import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Node;
import javafx.util.Duration;
import org.moderationdesk.authorities.view.DossierPage;
import org.moderationdesk.emergency.view.EmergencyDialog;
import org.moderationdesk.emergency.view.EmergencyPage;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.referrals.Sending;
import org.moderationdesk.referrals.Workspace;
import org.moderationdesk.referrals.view.ReferralDoors;
import org.moderationdesk.referrals.view.ReferralsScreen;
import org.moderationdesk.referrals.view.TroubleBar;
import org.moderationdesk.shell.StatusBar;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.transparency.view.TakeFigures;

/** Referrals for the person at the desk. JavaFX thread only. */
final class ReferralCorner {
    static final String PLACE = "referrals";

    /** How often is asked how much there is to see to, while nobody tells of it. */
    private static final Duration AGAIN = Duration.minutes(1);

    /** How often reports are taken on: each is asked for again at its own times. */
    private static final Duration TAKEN_ON = Duration.seconds(30);

    private final Kit kit;
    private final Person person;
    private final Workspace workspace;
    private final ReferralsScreen screen;
    private final ReferralPlace place;
    private final IntegerBinding waiting;
    private final ReadOnlyIntegerWrapper toDo = new ReadOnlyIntegerWrapper();
    private final Timeline asking;
    private final boolean sees;
    private final Ways ways;
    private final Sending sending;
    private final boolean sends;
    private final Timeline takingOn;
    private final TroubleBar troubles;
    private boolean underWay;
    private boolean again;

    /**
     * Ways out of it.
     *
     * @param item goes to an item's case
     * @param here goes to the referrals
     */
    record Ways(Consumer<String> item, Runnable here) {}

    ReferralCorner(OpenDesk desk, Kit kit, Furnishing furnishing, Dialogs dialogs, StatusBar status, Ways ways) {
        this.kit = kit;
        this.person = furnishing.person();
        this.sees = Rights.has(person, Right.SEE_REFERRALS);
        var rooms = new ReferralRooms(desk, furnishing.settings());
        workspace = rooms.workspace();
        sending = rooms.sending();
        sends = Rights.has(person, Right.FILE_REPORTS);
        screen = new ReferralsScreen(
                new ReferralDoors(workspace, rooms.drafts(), sending),
                person,
                kit,
                dialogs,
                furnishing.sizes(),
                ways.item());
        screen.onSend(this::takeOn);
        var figures = new TakeFigures(rooms.figures(), person, kit, dialogs, furnishing.files());
        if (figures.isAllowed()) {
            screen.onFigures(figures::ask);
        }
        if (Rights.has(person, Right.REFER)) {
            screen.with(new DossierPage(rooms.dossierDoors(), person, kit, dialogs, furnishing.files()), this::look);
        }
        if (Rights.has(person, Right.DECIDE)) {
            var calling = new EmergencyDialog(kit, dialogs, rooms::emergencies, person);
            screen.with(new EmergencyPage(kit, calling, rooms::emergencies, person), this::look);
            screen.onCall(calling::open);
        }
        place = new ReferralPlace(
                desk,
                kit,
                furnishing,
                new ReferralPlace.Around(dialogs, status, status::countsChanged),
                screen,
                ways.item());
        waiting = Bindings.createIntegerBinding(
                () -> toDo.get() + place.openOrders().get(), toDo, place.openOrders());
        this.ways = ways;
        troubles = new TroubleBar(kit, referral -> {
            ways.here().run();
            place.goToReferrals();
            screen.open(referral);
        });
        takingOn = new Timeline(new KeyFrame(TAKEN_ON, _ -> takeOn()));
        takingOn.setCycleCount(Animation.INDEFINITE);
        asking = new Timeline(new KeyFrame(AGAIN, _ -> look()));
        asking.setCycleCount(Animation.INDEFINITE);
    }

    Screen screen() {
        return place.screen();
    }

    /** Goes to an order. */
    void openOrder(String orderId) {
        ways.here().run();
        place.open(orderId);
    }

    /** How many referrals and orders this person has to see to. */
    ObservableIntegerValue toDo() {
        return waiting;
    }

    void start() {
        if (ReferralPlace.isFor(person)) {
            look();
            asking.play();
        }
        if (sends) {
            takeOn();
            takingOn.play();
        }
    }

    /** Says over every screen what does not reach NCMEC. */
    Node bar() {
        return troubles.node();
    }

    boolean hasTrouble() {
        return troubles.isShowing();
    }

    void openTrouble() {
        troubles.open();
    }

    /** Takes reports on where somebody's window is open, one run at a time. */
    private void takeOn() {
        if (underWay) {
            again = true;
            return;
        }
        underWay = true;
        kit.background()
                .run(
                        () -> sending.goOn(person),
                        found -> {
                            troubles.show(found);
                            ended();
                        },
                        _ -> ended());
    }

    /** What stopped the run itself the window says; what is known of reports stays said. */
    private void ended() {
        underWay = false;
        if (again) {
            again = false;
            takeOn();
        }
    }

    /** Somebody has recorded something. */
    void changed() {
        if (ReferralPlace.isFor(person)) {
            look();
        }
    }

    void stop() {
        asking.stop();
        takingOn.stop();
    }

    private void look() {
        place.look();
        if (!sees) {
            return;
        }
        // Where the store does not answer the window says so, and the number stays.
        kit.background().run(() -> workspace.toDo(person), toDo::set, _ -> {});
    }
}
