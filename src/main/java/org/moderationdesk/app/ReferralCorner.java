package org.moderationdesk.app;

import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.util.Duration;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.referrals.Workspace;
import org.moderationdesk.referrals.view.ReferralDoors;
import org.moderationdesk.referrals.view.ReferralsScreen;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Referrals for the person at the desk. JavaFX thread only. */
final class ReferralCorner {
    static final String PLACE = "referrals";

    /** How often is asked how much there is to see to, while nobody tells of it. */
    private static final Duration AGAIN = Duration.minutes(1);

    private final Kit kit;
    private final Person person;
    private final Workspace workspace;
    private final ReferralsScreen screen;
    private final ReadOnlyIntegerWrapper toDo = new ReadOnlyIntegerWrapper();
    private final Timeline asking;
    private final boolean sees;

    /** @param onItem goes to an item's case */
    ReferralCorner(OpenDesk desk, Kit kit, Furnishing furnishing, Dialogs dialogs, Consumer<String> onItem) {
        this.kit = kit;
        this.person = furnishing.person();
        this.sees = Rights.has(person, Right.SEE_REFERRALS);
        var rooms = new ReferralRooms(desk, furnishing.settings());
        workspace = rooms.workspace();
        screen = new ReferralsScreen(
                new ReferralDoors(workspace, rooms.drafts()), person, kit, dialogs, furnishing.sizes(), onItem);
        asking = new Timeline(new KeyFrame(AGAIN, _ -> look()));
        asking.setCycleCount(Animation.INDEFINITE);
    }

    ReferralsScreen screen() {
        return screen;
    }

    /** How many this person has to see to. */
    ReadOnlyIntegerProperty toDo() {
        return toDo.getReadOnlyProperty();
    }

    void start() {
        if (sees) {
            look();
            asking.play();
        }
    }

    /** Somebody has recorded something. */
    void changed() {
        if (sees) {
            look();
        }
    }

    void stop() {
        asking.stop();
    }

    private void look() {
        // Where the store does not answer the window says so, and the number stays.
        kit.background().run(() -> workspace.toDo(person), toDo::set, _ -> {});
    }
}
