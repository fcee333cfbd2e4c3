package org.moderationdesk.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.PostgresPlace;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.settings.SharedDesks.Known;
import org.moderationdesk.shell.DeskChoice;
import org.moderationdesk.shell.SharedDeskForm;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.SignedIn;
import org.moderationdesk.staff.Tries;
import org.moderationdesk.staff.view.DeskField;
import org.moderationdesk.staff.view.SignInDoor;
import org.moderationdesk.staff.view.SignInScreen;

/** The way to a shared desk: which one it is, and signing in to its server. JavaFX thread only, but for {@link #close}. */
final class SharedWay {
    private final StackPane ground;
    private final Supplier<Kit> kit;
    private final Preferences preferences;
    private final Settling settling;
    private final DeskFolder home;
    private final Host host;
    private final Tries tries;
    private @Nullable Known here;
    private volatile @Nullable Session waiting;

    /** Who goes on from here. */
    interface Host {
        /** Somebody is in. */
        void arrived(Session session, Person who);

        /** The person works at this computer's own desk. */
        void ownDesk();

        /** Closes whatever is open, and goes on. */
        void closeAnd(Runnable then);
    }

    SharedWay(
            StackPane ground,
            Supplier<Kit> kit,
            Preferences preferences,
            Settling settling,
            DeskFolder home,
            Host host) {
        this.ground = ground;
        this.kit = kit;
        this.preferences = preferences;
        this.settling = settling;
        this.home = home;
        this.host = host;
        this.tries = new Tries(kit.get().clock());
    }

    /** Goes to the shared desk that was worked at last; answers whether there is one. */
    boolean beginWhereLast() {
        Optional<Known> last = preferences.desks().last();
        last.ifPresent(this::go);
        return last.isPresent();
    }

    /** Goes to a shared desk: the latest, or else asks where it is. */
    void choose() {
        preferences.desks().desks().stream()
                .filter(desk -> desk.place().isPresent())
                .findFirst()
                .ifPresentOrElse(this::go, this::ask);
    }

    /** Asks who works at the shared desk that is chosen. */
    void begin(List<String> notes) {
        Known desk = here;
        Optional<PostgresPlace> place = desk == null ? Optional.empty() : desk.place();
        if (desk == null || place.isEmpty()) {
            ask();
            return;
        }
        var door = new Door(desk, place.get());
        var choice = new DeskChoice(kit.get());
        var screen = new SignInScreen(
                kit.get(),
                door,
                choice.of(preferences.desks().with(desk), desk, this::chosen),
                notes,
                preferences.support(),
                door::in);
        ground.getChildren().setAll(screen.node());
        screen.begin();
    }

    /** What the sign-in screen of this computer's own desk says of others. */
    DeskField choices() {
        return new DeskChoice(kit.get()).of(preferences.desks(), null, desk -> host.closeAnd(() -> chosen(desk)));
    }

    private void ownDesk() {
        here = null;
        kit.get()
                .background()
                .run(
                        () -> {
                            preferences.keep(preferences.desks().own());
                            return true;
                        },
                        _ -> host.ownDesk(),
                        _ -> host.ownDesk());
    }

    private void chosen(DeskChoice.Desk desk) {
        switch (desk) {
            case DeskChoice.Desk.Own _ -> ownDesk();
            case DeskChoice.Desk.Shared shared -> go(shared.desk());
            case DeskChoice.Desk.Another _ -> ask();
        }
    }

    private void go(Known desk) {
        here = desk;
        begin(List.of());
    }

    private void ask() {
        var form = new SharedDeskForm(
                kit.get().texts(), this::go, () -> Optional.ofNullable(here).ifPresentOrElse(this::go, this::ownDesk));
        ground.getChildren().setAll(form.node());
        form.begin();
    }

    /** Closes what was opened for somebody who never came in. */
    void close() {
        Session open = waiting;
        waiting = null;
        if (open != null) {
            open.close();
        }
    }

    /** The login of the server is the way in. */
    private final class Door implements SignInDoor {
        private final Known desk;
        private final PostgresPlace place;

        private Door(Known desk, PostgresPlace place) {
            this.desk = desk;
            this.place = place;
        }

        @Override
        public SignedIn signIn(String name, String password) throws StoreRefused {
            Optional<Instant> until = tries.waitsUntil(name);
            if (until.isPresent()) {
                return new SignedIn.Wait(until.get());
            }
            close();
            PostgresStore store;
            try {
                store = new SharedStoreDoor(place).open(name, password);
            } catch (StoreRefused refused) {
                if (refused.reason() instanceof StoreRefused.WrongLogin) {
                    return new SignedIn.Wrong(tries.wrong(name).orElse(null));
                }
                throw refused;
            }
            tries.forget(name);
            preferences.keep(preferences.desks().with(desk));
            Session session = settling.shared(home, store);
            waiting = session;
            SignedIn who = session.desk()
                    .people()
                    .signedInAs(name)
                    .orElseThrow(() -> new StoreRefused(new StoreRefused.NotAMember(place.url())));
            if (!(who instanceof SignedIn.In)) {
                close();
            }
            return who;
        }

        @Override
        public People people() {
            Session open = waiting;
            if (open == null) {
                throw new IllegalStateException("nobody is in");
            }
            return open.desk().people();
        }

        private void in(Person who) {
            Session open = waiting;
            waiting = null;
            if (open != null) {
                host.arrived(open, who);
            }
        }
    }
}
