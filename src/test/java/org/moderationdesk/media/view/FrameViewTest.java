package org.moderationdesk.media.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.media.CoverChoice;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.decode.Frame;
import org.moderationdesk.queue.TestClock;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class FrameViewTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 400;

    private final Cover cover = new Cover(new TestClock(), _ -> {});
    private final Waiting background = new Waiting();
    private FrameView view;

    @Start
    void show(Stage stage) {
        view = new FrameView(cover, background, "Picture");
        stage.setScene(new Scene(new StackPane(view), 480, 420));
        stage.setWidth(480);
        stage.setHeight(420);
        stage.show();
    }

    @Test
    void underTheCoverNothingFinerThanTheBlurIsInTheScene(FxRobot robot) {
        robot.interact(() -> view.show(scene(0)));

        assertThat(shown()).singleElement().satisfies(points -> assertThat(
                        Math.max(points.getImage().getWidth(), points.getImage().getHeight()))
                .isLessThanOrEqualTo(64));
        assertThat(contrast(shown().getFirst()))
                .as("the squares cannot be told apart")
                .isLessThan(50);
    }

    @Test
    void aStrongerBlurLeavesLess(FxRobot robot) {
        robot.interact(() -> view.show(scene(0)));
        int usual = contrast(shown().getFirst());
        robot.interact(() -> cover.begin(0, new CoverChoice(LookForm.GREY, 120, true)));

        assertThat(contrast(shown().getFirst())).isLessThan(usual);
    }

    @Test
    void eachFormShowsWhatItsNameSays(FxRobot robot) {
        robot.interact(() -> {
            view.show(scene(0));
            cover.lift();
        });
        assertThat(shown()).singleElement().satisfies(whole -> {
            assertThat(whole.getImage().getWidth()).isEqualTo(WIDTH);
            assertThat(isGrey(whole)).isTrue();
        });
        picture(robot, "grey");

        robot.interact(() -> cover.choose(LookForm.COLOUR));
        assertThat(shown()).singleElement().satisfies(whole -> assertThat(isGrey(whole))
                .isFalse());

        robot.interact(() -> cover.choose(LookForm.SMALL_GREY));
        picture(robot, "small-grey");
        assertThat(shown()).singleElement().satisfies(small -> {
            assertThat(small.getImage().getHeight()).isEqualTo(96);
            assertThat(small.getFitHeight()).isEqualTo(120);
            assertThat(isGrey(small)).isTrue();
        });

        robot.interact(() -> cover.choose(LookForm.LOUPE));
        picture(robot, "loupe");
        assertThat(shown()).hasSize(2);
        assertThat(shown().getLast().getClip()).isInstanceOf(Circle.class);

        robot.interact(() -> cover.choose(LookForm.OUTLINE));
        assertThat(shown()).as("until the edges are found nothing is seen").isEmpty();
        robot.interact(background::workOff);
        picture(robot, "outline");
        assertThat(shown()).singleElement().satisfies(drawing -> {
            assertThat(drawing.getImage().getPixelReader().getArgb(30, 30) >>> 24)
                    .as("no surface")
                    .isZero();
            assertThat(drawing.getImage().getPixelReader().getArgb(60, 40) >>> 24)
                    .as("an edge")
                    .isGreaterThan(100);
        });
    }

    @Test
    void edgesThatAreFoundAfterTheCoverIsBackAreNotShown(FxRobot robot) {
        robot.interact(() -> {
            cover.choose(LookForm.OUTLINE);
            view.show(scene(0));
            cover.lift();
            cover.cover();
            background.workOff();
        });

        assertThat(shown()).singleElement().satisfies(points -> assertThat(
                        Math.max(points.getImage().getWidth(), points.getImage().getHeight()))
                .isLessThanOrEqualTo(64));
    }

    @Test
    void framesThatComeWhileEdgesAreFoundArePassedOverAndTheLastIsDrawn(FxRobot robot) {
        robot.interact(() -> {
            cover.choose(LookForm.OUTLINE);
            cover.lift();
            for (int i = 0; i < 20; i++) {
                view.show(scene(i));
            }
        });
        assertThat(background.waiting()).isEqualTo(1);
        robot.interact(background::workOff);
        assertThat(background.done()).as("the first and the last").isEqualTo(2);
    }

    @Test
    void theLoupeFollowsThePointerAndTheArrowKeysAndStaysOnThePicture(FxRobot robot) {
        robot.interact(() -> {
            view.show(scene(0));
            cover.choose(LookForm.LOUPE);
            cover.lift();
            view.getScene().getRoot().layout();
            view.requestFocus();
        });
        double before = loupe().getCenterX();
        robot.push(KeyCode.RIGHT);
        assertThat(loupe().getCenterX()).isGreaterThan(before + 10);

        robot.moveTo(view.localToScreen(view.getWidth() / 2 - 100, 60));
        assertThat(loupe().getCenterY()).isLessThan(80);

        for (int i = 0; i < 60; i++) {
            robot.push(KeyCode.LEFT);
        }
        assertThat(loupe().getCenterX()).isZero();
    }

    @Test
    void afterItIsClearedNothingOfThePictureIsHeld(FxRobot robot) {
        var points = new ArrayList<WeakReference<int[]>>();
        robot.interact(() -> {
            Frame frame = scene(0);
            points.add(new WeakReference<>(frame.argb()));
            view.show(frame);
            cover.choose(LookForm.COLOUR);
            cover.lift();
            cover.choose(LookForm.OUTLINE);
            background.workOff();
            cover.cover();
            view.clear();
        });

        assertThat(shown()).isEmpty();
        assertThat(view.hasPicture()).isFalse();
        Awaitility.await().untilAsserted(() -> {
            System.gc();
            assertThat(points.getFirst().get()).isNull();
        });
    }

    private List<ImageView> shown() {
        return view.screened().stream()
                .map(Screened::view)
                .filter(points -> points.getImage() != null)
                .toList();
    }

    private Circle loupe() {
        return (Circle) view.screened().getLast().view().getClip();
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> {
            view.getScene().getRoot().applyCss();
            view.getScene().getRoot().layout();
            Object unused = Pictures.save(view, "frame-" + name);
        });
    }

    /** Squares of two colours, 60 by 80. */
    private static Frame scene(int shift) {
        var argb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < argb.length; i++) {
            boolean bright = ((i % WIDTH + shift) / 60 + i / WIDTH / 80) % 2 == 0;
            argb[i] = bright ? 0xFFE0A040 : 0xFF3060A0;
        }
        return new Frame(0, WIDTH, HEIGHT, argb);
    }

    /** Between the brightest and the darkest point of the middle, of 255; 79 for the scene as it is, in grey. */
    private static int contrast(ImageView view) {
        int least = 255;
        int most = 0;
        int width = (int) view.getImage().getWidth();
        int height = (int) view.getImage().getHeight();
        for (int y = height / 4; y < height * 3 / 4; y++) {
            for (int x = width / 4; x < width * 3 / 4; x++) {
                int light = view.getImage().getPixelReader().getArgb(x, y) & 0xFF;
                least = Math.min(least, light);
                most = Math.max(most, light);
            }
        }
        return most - least;
    }

    private static boolean isGrey(ImageView view) {
        int point = view.getImage().getPixelReader().getArgb(10, 10);
        return (point & 0xFF) == ((point >> 8) & 0xFF) && (point & 0xFF) == ((point >> 16) & 0xFF);
    }

    /** Work that waits until the test lets it be done. */
    private static final class Waiting implements Background {
        private final List<Runnable> work = new ArrayList<>();
        private int done;

        @Override
        public <T> void run(Callable<T> asked, Consumer<T> onDone, Consumer<Exception> onFailed) {
            work.add(() -> {
                try {
                    onDone.accept(asked.call());
                } catch (Exception failure) {
                    onFailed.accept(failure);
                }
            });
        }

        void workOff() {
            while (!work.isEmpty()) {
                done++;
                work.removeFirst().run();
            }
        }

        int waiting() {
            return work.size();
        }

        int done() {
            return done;
        }
    }
}
