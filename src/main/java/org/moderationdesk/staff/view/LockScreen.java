package org.moderationdesk.staff.view;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.settings.LockSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.view.LockedDesk.HeldCase;

/** What stands over the locked desk: why it is locked, what becomes of the open case, and the way back. */
final class LockScreen extends StackPane {
    private final Kit kit;
    private final Texts texts;
    private final LockSettings settings;
    private final IdleLock.Locked locked;
    private final Label ofTheCase = DoorPanel.note(Icon.HELD, "");
    private final LockedDesk behind;
    private final Consumer<@Nullable Person> unlock;
    private final Runnable signOut;
    private Runnable focus = () -> {};
    private @Nullable Instant givenBackAt;

    /**
     * @param unlock told who is back; null at a desk that knows no people
     * @param signOut goes to where somebody else signs in
     */
    LockScreen(
            Kit kit,
            LockSettings settings,
            IdleLock.Locked locked,
            LockedDesk behind,
            Consumer<@Nullable Person> unlock,
            Runnable signOut) {
        this.kit = kit;
        this.texts = kit.texts();
        this.settings = settings;
        this.locked = locked;
        this.behind = behind;
        this.unlock = unlock;
        this.signOut = signOut;
        setId("lock-screen");
        getStyleClass().add("door");
        setAccessibleText(texts.get("staff.lock.sentence"));
        ofTheCase.setId("lock-case");
        ofTheCase.managedProperty().bind(ofTheCase.textProperty().isNotEmpty());
        ofTheCase.visibleProperty().bind(ofTheCase.managedProperty());
        getChildren().add(panel());
    }

    /** At a desk that knows no people there is no password: whoever sits there goes on. */
    private Node goOn() {
        var on = DoorPanel.button("lock-continue", texts.get("staff.lock.continue"), () -> unlock.accept(null));
        on.getStyleClass().addAll("accent", "large", "sign-in-button");
        on.setGraphic(KeyHint.of(new KeyCodeCombination(KeyCode.ENTER)));
        on.setContentDisplay(ContentDisplay.RIGHT);
        new Keys(texts.get("staff.lock.sentence"))
                .on("Enter", texts.get("staff.lock.continue"), on::fire)
                .listenOn(this);
        focus = on::requestFocus;
        return on;
    }

    private Node askPassword(LockedDesk.Owner owner) {
        var form = new SignInForm(
                kit,
                SignInDoor.of(owner.people()),
                owner.name(),
                texts.get("staff.lock.unlock"),
                (who, _) -> {
                    if (who.mustChange()) {
                        signOut.run();
                    } else {
                        unlock.accept(who.person());
                    }
                },
                _ -> false);
        var other = DoorPanel.button("lock-other", texts.get("staff.lock.other"), signOut);
        other.getStyleClass().add("quiet");
        focus = form::begin;
        var parts = new VBox(form, other);
        parts.getStyleClass().add("gap-8");
        return parts;
    }

    private Node panel() {
        var why = DoorPanel.note(Icon.DUE, why());
        why.setId("lock-why");
        DoorPanel panel = new DoorPanel(texts.get("staff.desk"), texts.get("staff.lock.sentence"))
                .with(
                        behind.owner().map(this::askPassword).orElseGet(this::goOn),
                        DoorPanel.rule(),
                        why,
                        ofTheCase,
                        DoorPanel.note(Icon.SAFE_VIEW, texts.get("staff.lock.covered")));
        Support.note(texts, behind.support()).ifPresent(panel::with);
        String enter = texts.get(behind.owner().isPresent() ? "staff.lock.unlock" : "staff.lock.continue");
        return new DoorKeys(this, texts, texts.get("staff.lock.keys"), enter, List.of()).under(panel);
    }

    private String why() {
        String at = kit.times().clock(locked.since());
        return switch (locked.why()) {
            case KEY -> texts.get("staff.lock.why.key", at);
            case IDLE -> texts.get("staff.lock.why.idle", at, settings.idleMinutes());
            case ASLEEP -> texts.get("staff.lock.why.asleep", at);
        };
    }

    void begin() {
        focus.run();
    }

    /**
     * What becomes of the open case; to be called every second.
     *
     * @param held the case that was open when the desk was locked
     * @param givenBack the same case, once it has gone back
     * @param lost whether the store does not answer
     */
    void tick(@Nullable HeldCase held, @Nullable HeldCase givenBack, boolean lost) {
        if (givenBack != null) {
            if (givenBackAt == null) {
                givenBackAt = kit.clock().instant();
            }
            ofTheCase.setText(texts.get(
                    "staff.lock.case-gone", givenBack.shownAs(), kit.times().clock(givenBackAt)));
        } else if (held != null && lost) {
            ofTheCase.setText(texts.get("staff.lock.case-lost", held.shownAs()));
        } else if (held != null) {
            ofTheCase.setText(
                    texts.get("staff.lock.case", held.shownAs(), kit.times().clock(held.until())));
        }
    }
}
