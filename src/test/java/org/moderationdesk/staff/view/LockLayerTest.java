package org.moderationdesk.staff.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.settings.LockSettings;
import org.moderationdesk.settings.SupportSettings;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What the lock says and takes, and what becomes of an open case behind it while the store is gone. */
@ExtendWith(ApplicationExtension.class)
final class LockLayerTest {
    private static final Duration WHILE = Duration.ofMinutes(2);

    private final TestClock clock = new TestClock();
    private final Behind behind = new Behind();
    private final Pane desk = new Pane();
    private @Nullable LockLayer lock;

    @BeforeEach
    void lock(FxRobot robot) {
        var kit = Kit.of(new Texts(Language.EN), ZoneOffset.UTC, new InlineBackground(), new Covers(), clock);
        var idle = new IdleLock(() -> new LockSettings(5, 2), clock);
        robot.interact(() -> {
            lock = new LockLayer(desk, () -> kit, idle, behind);
            var unused = new Scene(lock.node());
            lock.lock();
        });
    }

    @Test
    void theCaseIsNotGivenBackWhileTheStoreIsLostAndIsAsSoonAsItAnswersAgain(FxRobot robot) {
        behind.lost = true;
        pass(robot, WHILE.plusSeconds(1));

        assertThat(behind.givenBack).isZero();
        assertThat(saidOfTheCase()).contains("A-1").contains("stays yours").doesNotContain("went back");

        behind.lost = false;
        pass(robot, Duration.ofSeconds(1));
        assertThat(behind.givenBack).isOne();
        assertThat(saidOfTheCase()).contains("went back");
        pass(robot, Duration.ofSeconds(1));
        assertThat(behind.givenBack).isOne();
    }

    @Test
    void withTheStoreThereTheCaseGoesBackInTime(FxRobot robot) {
        pass(robot, WHILE.minusSeconds(1));
        assertThat(behind.givenBack).isZero();

        pass(robot, Duration.ofSeconds(1));
        assertThat(behind.givenBack).isOne();
    }

    @Test
    void whoComesBackWhileTheStoreIsLostFindsTheirCaseOpen(FxRobot robot) {
        behind.lost = true;
        pass(robot, WHILE.plusSeconds(1));

        robot.interact(() -> ((Button) lock.node().lookup("#lock-continue")).fire());

        assertThat(lock.isLocked()).isFalse();
        assertThat(behind.unlocked).isTrue();
        assertThat(behind.opened).isNull();
    }

    @Test
    void f1ShowsTheKeysOfTheLockAndNothingOfTheDesk(FxRobot robot) {
        assertThat(lock.node().lookup("#key-sheet")).isNull();

        robot.interact(() -> Event.fireEvent(
                lock.node().lookup("#lock-continue"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F1, false, false, false, false)));

        assertThat(lock.node().lookup("#key-sheet").lookupAll(".label"))
                .extracting(label -> ((Label) label).getText())
                .contains("F1", "Tab", "Continue")
                .doesNotContain("Lock the desk");
        assertThat(desk.isVisible()).isFalse();
        assertThat(lock.isLocked()).isTrue();
    }

    @Test
    void itSaysWhomPeopleCanTalkToWhereSomebodyHasSaidSo(FxRobot robot) {
        assertThat(lock.node().lookup("#door-support")).isNull();

        behind.support = new SupportSettings("Peer support, extension 4400");
        robot.interact(() -> {
            ((Button) lock.node().lookup("#lock-continue")).fire();
            lock.lock();
        });

        assertThat(((Label) lock.node().lookup("#door-support")).getText())
                .isEqualTo("Need to talk to someone? Peer support, extension 4400");
    }

    private void pass(FxRobot robot, Duration time) {
        robot.interact(() -> {
            clock.advance(time);
            lock.tick();
        });
    }

    private String saidOfTheCase() {
        return ((Label) lock.node().lookup("#lock-case")).getText();
    }

    /** A desk of which one case is open. */
    private static final class Behind implements LockedDesk {
        private boolean lost;
        private int givenBack;
        private boolean unlocked;
        private @Nullable String opened;
        private SupportSettings support = SupportSettings.none();

        @Override
        public SupportSettings support() {
            return support;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isLost() {
            return lost;
        }

        @Override
        public void lock() {}

        @Override
        public Optional<HeldCase> heldCase() {
            return Optional.of(new HeldCase("A-1", "A-1", TestClock.START.plus(Duration.ofMinutes(10))));
        }

        @Override
        public void giveBack(Runnable then) {
            givenBack++;
            then.run();
        }

        @Override
        public Optional<Owner> owner() {
            return Optional.empty();
        }

        @Override
        public void unlocked(@Nullable Person as, @Nullable String item) {
            unlocked = true;
            opened = item;
        }

        @Override
        public void signOut() {}
    }
}
