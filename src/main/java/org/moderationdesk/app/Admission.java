package org.moderationdesk.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.settings.SupportSettings;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.view.DeskField;
import org.moderationdesk.staff.view.LockedDesk.Owner;
import org.moderationdesk.staff.view.SignInDoor;
import org.moderationdesk.staff.view.SignInScreen;

/**
 * Who works at the open desk: the computer's user while it knows nobody, else whoever signs in; they are on shift until
 * they sign out or the desk closes. JavaFX thread only, but for {@link #offShift} and {@link #goHome}.
 */
final class Admission {
    private final Person alone = Person.alone(System.getProperty("user.name", "desk"));
    private final StackPane ground;
    private final Supplier<Kit> kit;
    private final Supplier<DeskField> desks;
    private final Supplier<SupportSettings> support;
    private final Consumer<Exception> failed;
    private volatile Person person = alone;
    private @Nullable People people;

    /**
     * @param desks what the sign-in screen of this computer's own desk says of other desks
     * @param support whom people of this computer's desks can talk to
     * @param failed told that the store does not answer: nobody is in
     */
    Admission(
            StackPane ground,
            Supplier<Kit> kit,
            Supplier<DeskField> desks,
            Supplier<SupportSettings> support,
            Consumer<Exception> failed) {
        this.ground = ground;
        this.kit = kit;
        this.desks = desks;
        this.support = support;
        this.failed = failed;
    }

    Person person() {
        return person;
    }

    /** Whose password unlocks the desk. */
    Optional<Owner> owner() {
        return Optional.ofNullable(people).map(known -> new Owner(known, person.name()));
    }

    /** Whom people can talk to. */
    SupportSettings support() {
        return support.get();
    }

    /** Whether this person signed in; the computer's user did not. */
    boolean isSignedIn() {
        return people != null;
    }

    /** The same person, whose roles have changed meanwhile. */
    void is(Person now) {
        person = now;
    }

    /**
     * Lets somebody in.
     *
     * @param notes what the sign-in screen says beside
     * @param then once there is somebody
     */
    void begin(OpenDesk desk, List<String> notes, Runnable then) {
        people = null;
        person = alone;
        kit.get()
                .background()
                .run(
                        desk.people()::isEmpty,
                        nobody -> {
                            if (nobody) {
                                then.run();
                            } else {
                                signIn(desk.people(), notes, then);
                            }
                        },
                        failed);
    }

    private void signIn(People known, List<String> notes, Runnable then) {
        var screen = new SignInScreen(
                kit.get(), SignInDoor.of(known), desks.get(), notes, support(), who -> arrived(known, who, then));
        ground.getChildren().setAll(screen.node());
        screen.begin();
    }

    /** Somebody has signed in, and comes on shift. */
    void arrived(People known, Person who, Runnable then) {
        people = known;
        person = who;
        kit.get().background().run(() -> onShift(known, who), _ -> then.run(), failed);
    }

    /** The administrator of a server owns its stores, and is nobody of the desk. */
    private static boolean onShift(People known, Person who) {
        boolean member = known.find(who.name()).isPresent();
        if (member) {
            var unused = known.onShift(who);
        }
        return member;
    }

    /** Whoever signed in is on shift no more: the desk closes. Not for the JavaFX thread. */
    void goHome(@Nullable Session session) {
        if (session != null) {
            boolean unused = offShift(session.desk(), person);
        }
    }

    /** The person goes, if they ever signed in. Not for the JavaFX thread. */
    boolean offShift(OpenDesk desk, Person who) {
        boolean known = desk.people().find(who.name()).isPresent();
        if (known) {
            var unused = desk.people().offShift(who);
        }
        return known;
    }
}
