package org.moderationdesk.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.orders.view.OrderDoors;
import org.moderationdesk.orders.view.OrdersScreen;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.view.ReferralsScreen;
import org.moderationdesk.retention.view.PreservedScreen;
import org.moderationdesk.shell.StatusBar;
import org.moderationdesk.shell.TabbedScreen;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Where the desk deals with those outside: what goes to them, what they order, and what is kept for them, each for who has
 * the right to it. JavaFX thread only.
 */
final class ReferralPlace {
    private static final String REFERRALS = "referrals";
    private static final String ORDERS = "orders";
    private static final String PRESERVED = "preserved";

    private final TabbedScreen screen;
    private final ReadOnlyIntegerWrapper none = new ReadOnlyIntegerWrapper();
    private final @Nullable OrdersScreen orders;

    /** @param onItem goes to an item's case */
    ReferralPlace(
            OpenDesk desk,
            Kit kit,
            Furnishing furnishing,
            Around around,
            ReferralsScreen referrals,
            Consumer<String> onItem) {
        Person person = furnishing.person();
        List<TabbedScreen.Tab> tabs = new ArrayList<>();
        if (Rights.has(person, Right.SEE_REFERRALS)) {
            tabs.add(new TabbedScreen.Tab(REFERRALS, "Alt+1", referrals));
        }
        orders = Rights.has(person, Right.ANSWER_ORDERS) ? orders(desk, kit, furnishing, around, onItem) : null;
        if (orders != null) {
            orders.onChange(around.onChange());
            tabs.add(new TabbedScreen.Tab(ORDERS, "Alt+2", orders));
        }
        if (Rights.has(person, Right.MANAGE_RETENTION)) {
            tabs.add(new TabbedScreen.Tab(PRESERVED, "Alt+3", preserved(desk, kit, furnishing, around)));
        }
        screen = new TabbedScreen(REFERRALS, referrals.title(), tabs.isEmpty() ? alone(referrals) : tabs);
        screen.count(ORDERS, openOrders());
    }

    /** @param onChange told when an order was entered or answered */
    record Around(Dialogs dialogs, StatusBar status, Runnable onChange) {}

    /** Who may go to none of them has no such place on the rail. */
    private static List<TabbedScreen.Tab> alone(ReferralsScreen referrals) {
        return List.of(new TabbedScreen.Tab(REFERRALS, "Alt+1", referrals));
    }

    private static OrdersScreen orders(
            OpenDesk desk, Kit kit, Furnishing furnishing, Around around, Consumer<String> onItem) {
        return new OrdersScreen(
                new OrderDoors(
                        new Orders(desk.store(), desk.log(), desk.clock()),
                        new StoredTargets(desk.store(), desk.log()),
                        furnishing.files()),
                furnishing.person(),
                kit,
                new OrdersScreen.Around(
                        around.dialogs(),
                        around.status(),
                        furnishing.sizes(),
                        Rights.has(furnishing.person(), Right.LOOK) ? onItem : null));
    }

    private PreservedScreen preserved(OpenDesk desk, Kit kit, Furnishing furnishing, Around around) {
        var made = new PreservedScreen(
                desk.retention(),
                furnishing.person(),
                kit,
                new PreservedScreen.Around(around.dialogs(), around.status(), furnishing.sizes(), this::open));
        made.onChange(around.onChange());
        return made;
    }

    /** Whether this person has something to do there. */
    static boolean isFor(Person person) {
        return Stream.of(Right.SEE_REFERRALS, Right.ANSWER_ORDERS, Right.MANAGE_RETENTION)
                .anyMatch(right -> Rights.has(person, right));
    }

    Screen screen() {
        return screen;
    }

    /** How many orders have something left to be done, as far as is known. */
    ReadOnlyIntegerProperty openOrders() {
        return orders == null ? none.getReadOnlyProperty() : orders.waitingProperty();
    }

    /** Asks anew how many orders are open. */
    void look() {
        if (orders != null) {
            orders.look();
        }
    }

    void goToReferrals() {
        screen.go(REFERRALS);
    }

    void open(String orderId) {
        if (orders != null) {
            screen.go(ORDERS);
            orders.open(orderId);
        }
    }
}
