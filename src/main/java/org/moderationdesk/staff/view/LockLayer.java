package org.moderationdesk.staff.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.view.LockedDesk.HeldCase;

/**
 * The window's outermost ground: the desk, and over it the lock. While it is locked the desk is not shown at all, gets no
 * keys, and nothing of it hangs above the window either. JavaFX thread only.
 */
public final class LockLayer {
    static final KeyCombination KEY = KeyCombination.valueOf("Shortcut+L");
    /** Given back so long before the lease ends by itself, so that it is this person who gives it back. */
    private static final Duration EARLY = Duration.ofSeconds(5);

    private final StackPane ground = new StackPane();
    private final Node desk;
    private final Supplier<Kit> kit;
    private final IdleLock idle;
    private final LockedDesk behind;
    private final Timeline ticking;
    private @Nullable LockScreen shown;
    private @Nullable Node focusBefore;
    private @Nullable HeldCase held;
    private @Nullable HeldCase givenBack;
    private @Nullable Person back;
    private boolean signingOut;

    /** @param kit asked at each lock, since the language may have changed */
    public LockLayer(Node desk, Supplier<Kit> kit, IdleLock idle, LockedDesk behind) {
        this.desk = desk;
        this.kit = kit;
        this.idle = idle;
        this.behind = behind;
        ground.getChildren().add(desk);
        ground.addEventFilter(InputEvent.ANY, _ -> idle.input());
        idle.lockedProperty().subscribe(this::show);
        ticking = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    public StackPane node() {
        return ground;
    }

    /** Begins to watch: the key works wherever the focus is, and the clock runs. */
    public void start(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (KEY.match(event)) {
                event.consume();
                lock();
            }
        });
        ticking.play();
    }

    public void stop() {
        ticking.stop();
    }

    /** Locks now, if there is anything to lock. */
    public void lock() {
        if (behind.isOpen()) {
            idle.lock();
        }
    }

    public boolean isLocked() {
        return idle.isLocked();
    }

    /** To be called every second. */
    public void tick() {
        if (behind.isOpen()) {
            idle.tick();
        } else {
            idle.begin();
        }
        IdleLock.Locked now = idle.lockedProperty().get();
        if (now != null) {
            giveBackWhenDue(now);
            if (shown != null) {
                shown.tick(held, givenBack, behind.isLost());
            }
        }
    }

    private void show(IdleLock.@Nullable Locked locked) {
        if (locked == null) {
            uncover();
            return;
        }
        behind.lock();
        focusBefore = ground.getScene() == null ? null : ground.getScene().getFocusOwner();
        held = behind.heldCase().orElse(null);
        givenBack = null;
        var screen = new LockScreen(kit.get(), idle.settings(), locked, behind, this::unlock, this::signOut);
        shown = screen;
        ground.getChildren().add(screen);
        desk.setVisible(false);
        closePopUps();
        screen.tick(held, givenBack, behind.isLost());
        screen.applyCss();
        screen.begin();
    }

    private void uncover() {
        if (shown == null) {
            return;
        }
        ground.getChildren().remove(shown);
        shown = null;
        desk.setVisible(true);
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
        String item = givenBack == null ? null : givenBack.itemId();
        held = null;
        givenBack = null;
        Person as = back;
        back = null;
        if (signingOut) {
            signingOut = false;
            behind.signOut();
        } else {
            behind.unlocked(as, item);
        }
    }

    private void unlock(@Nullable Person as) {
        back = as;
        idle.unlock();
    }

    private void signOut() {
        signingOut = true;
        idle.unlock();
    }

    /** Lists, menus and notes that hang above the window are windows of their own. */
    private static void closePopUps() {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopupWindow popUp) {
                popUp.hide();
            }
        }
    }

    private void giveBackWhenDue(IdleLock.Locked locked) {
        HeldCase now = held;
        if (now == null || givenBack != null || behind.isLost()) {
            return;
        }
        int minutes = idle.settings().giveBackMinutes();
        Instant leaseEnd = now.until().minus(EARLY);
        Instant wanted = locked.since().plus(Duration.ofMinutes(minutes));
        Instant due = minutes == 0 || wanted.isAfter(leaseEnd) ? leaseEnd : wanted;
        if (!kit.get().clock().instant().isBefore(due)) {
            givenBack = now;
            behind.giveBack(() -> {});
        }
    }
}
