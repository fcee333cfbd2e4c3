package org.moderationdesk.media.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.Clips;
import org.moderationdesk.media.decode.DecodeDesk;
import org.moderationdesk.media.decode.Frame;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The player on real clips, decoded by real workers. */
@ExtendWith(ApplicationExtension.class)
final class PlayerTest {
    private static final double MOST_DROPPED = 0.1;

    private static byte[] portrait = new byte[0];
    private static byte[] small = new byte[0];

    @TempDir
    private Path folder;

    private DecodeDesk desk;
    private Player player;
    private final AtomicLong worker = new AtomicLong();

    @BeforeAll
    static void draw() throws IOException {
        try (var clips = new Clips()) {
            portrait = clips.mp4(1080, 1920, 30, 90);
            small = clips.mp4(216, 384, 30, 240);
        }
    }

    @AfterAll
    static void wipe() {
        portrait = new byte[0];
        small = new byte[0];
    }

    @BeforeEach
    void open(FxRobot robot) {
        desk = new DecodeDesk(folder);
        robot.interact(() -> player = new Player(() -> new SilentOut(System::nanoTime)));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(player::leave);
        desk.close();
    }

    @Test
    void aPortraitClipPlaysAtItsOwnRateWithHardlyAFrameDropped(FxRobot robot, TestReporter reporter)
            throws IOException {
        show(robot, portrait);
        soon(() -> player.model().strip().size() == Survey.FRAMES
                && player.model().waveformProperty().get() != null
                && !player.model().scenes().isEmpty());
        robot.interact(() -> {
            player.frameSize(424, 376);
            player.play();
        });
        soon(() -> !player.model().playingProperty().get());

        long[] tally = player.tally();
        reporter.publishEntry("frames shown and dropped of 90", tally[0] + " " + tally[1]);
        assertThat(tally[0] + tally[1]).isBetween(85L, 90L);
        assertThat((double) tally[1] / (tally[0] + tally[1])).isLessThan(MOST_DROPPED);
    }

    @Test
    void aKilledWorkerIsSaidWithinASecondAndTheNextClipOpens(FxRobot robot) throws IOException {
        show(robot, small);
        robot.interact(player::play);
        soon(() -> player.model().positionProperty().get() > 300_000);

        ProcessHandle.of(worker.get()).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> player.model().stateProperty().get() instanceof PlayerState.Lost);

        assertThat(player.model().playingProperty().get()).isFalse();
        assertThat(player.model().frameProperty().get()).isNotNull();
        show(robot, portrait);
        assertThat(player.model().frameProperty().get()).isNotNull();
    }

    @Test
    void aClipThatWasLostIsOpenedAgainWhereItWas(FxRobot robot) throws IOException {
        show(robot, small);
        robot.interact(() -> player.seek(2_000_000));
        soon(() -> player.model().exactProperty().get() && shownNumber() == 60);

        ProcessHandle.of(worker.get()).orElseThrow().destroyForcibly();
        robot.interact(() -> player.step(1));
        soon(() -> player.model().stateProperty().get() instanceof PlayerState.Lost);
        robot.interact(player::openAgain);

        soon(() -> player.model().isReady() && shownNumber() == 60);
    }

    @Test
    void framesAreSteppedThroughExactlyBothWays(FxRobot robot) throws IOException {
        show(robot, small);
        robot.interact(() -> player.seek(1_000_000));
        soon(() -> shownNumber() == 30);
        for (int i = 1; i <= 5; i++) {
            int wanted = 30 + i;
            robot.interact(() -> player.step(1));
            soon(() -> shownNumber() == wanted);
        }
        for (int i = 4; i >= -3; i--) {
            int wanted = 30 + i;
            robot.interact(() -> player.step(-1));
            soon(() -> shownNumber() == wanted);
        }
        assertThat(player.model().positionProperty().get()).isEqualTo(900_000);
    }

    private int shownNumber() {
        Frame frame = player.model().frameProperty().get();
        return frame == null ? -1 : Clips.number(frame);
    }

    private void show(FxRobot robot, byte[] file) throws IOException {
        String hash = desk.keep(file);
        var opens = new AtomicLong();
        robot.interact(() -> player.show(() -> {
            Clip clip = desk.decoder().open(hash);
            if (opens.getAndIncrement() == 0) {
                worker.set(clip.processId());
            }
            return clip;
        }));
        soon(() -> player.model().isReady());
    }

    private static void soon(Callable<Boolean> so) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(so);
    }
}
