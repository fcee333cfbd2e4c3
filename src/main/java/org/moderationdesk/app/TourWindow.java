package org.moderationdesk.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.fx.NativeFileChoice;
import org.moderationdesk.fx.ThreadedBackground;
import org.moderationdesk.settings.Settings;

/** The real window in the hands of a tour: keys go in, pictures come out. Used off the JavaFX thread. */
final class TourWindow implements AutoCloseable {
    /** The sample desk films its clips meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final long REST_MILLIS = 150;

    private final WatchedBackground background = new WatchedBackground(new ThreadedBackground());
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Stage stage;
    private final Window window;

    /** @param sample whether to go straight to the sample desk within the folder */
    TourWindow(DeskFolder home, boolean sample) {
        this.stage = onFx(Stage::new);
        this.window = onFx(() -> {
            var around =
                    new Surroundings(background, new NativeFileChoice(stage), InstantSource.system(), ended::countDown);
            var opened = new Window(stage, home, new Preferences(new Settings(home.settings())), around);
            opened.show(sample);
            return opened;
        });
        settle();
    }

    void size(double width, double height) {
        onFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return width;
        });
        settle();
    }

    /** Presses and releases a key where the focus is. */
    void key(KeyCode code, Modifier... held) {
        List<Modifier> modifiers = List.of(held);
        onFx(() -> {
            Node target = target();
            Event.fireEvent(target, event(KeyEvent.KEY_PRESSED, code, modifiers));
            Event.fireEvent(target(), event(KeyEvent.KEY_RELEASED, code, modifiers));
            return code;
        });
        settle();
    }

    /** Presses a button, by its id. */
    void fire(String id) {
        onFx(() -> {
            if (stage.getScene().lookup(id) instanceof ButtonBase button) {
                button.fire();
            }
            return id;
        });
        settle();
    }

    /** Chooses from a menu, both by their ids. */
    void choose(String menu, String item) {
        onFx(() -> {
            if (stage.getScene().lookup(menu) instanceof MenuButton button) {
                button.getItems().stream()
                        .filter(one -> item.equals(one.getId()))
                        .findFirst()
                        .ifPresent(MenuItem::fire);
            }
            return item;
        });
        settle();
    }

    /** Puts the focus into a field, by its id. */
    void focus(String id) {
        onFx(() -> {
            Node field = stage.getScene().lookup(id);
            if (field != null) {
                field.requestFocus();
            }
            return id;
        });
        settle();
    }

    /** Does something at the open desk that the person in the window does not do. */
    void meanwhile(Consumer<OpenDesk> work) {
        onFx(window::desk).ifPresent(work);
        settle();
    }

    /** The way to the store is lost, for a second; found out by looking at the list again. */
    void loseStore() {
        background.loseNext();
        key(KeyCode.F5);
    }

    /**
     * Moves what is shown of a page.
     *
     * @param to 0 for its head, 1 for its foot
     */
    void scroll(String id, double to) {
        onFx(() -> {
            if (stage.getScene().lookup(id) instanceof ScrollPane page) {
                page.setVvalue(to);
            }
            return to;
        });
        settle();
    }

    /** Types into the field that has the focus. */
    void type(String words) {
        onFx(() -> {
            for (int i = 0; i < words.length(); i++) {
                String character = words.substring(i, i + 1);
                Event.fireEvent(
                        target(),
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                character,
                                character,
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false));
            }
            return words;
        });
        settle();
    }

    /** Waits until nothing is under way and the screen has been laid out. */
    void settle() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        long idleSince = System.nanoTime();
        while (System.nanoTime() < until
                && System.nanoTime() - idleSince < TimeUnit.MILLISECONDS.toNanos(REST_MILLIS)) {
            onFx(() -> stage.isShowing());
            if (!background.isIdle()) {
                idleSince = System.nanoTime();
            }
        }
    }

    /** Leaves a picture of the window. */
    void picture(Path file) throws IOException {
        picture(stage.getScene(), file);
    }

    /** Leaves a picture of what lies above the window, such as a pop-over. */
    void pictureAbove(Path file) throws IOException {
        picture(
                onFx(() -> javafx.stage.Window.getWindows().stream()
                        .filter(one -> one instanceof PopupWindow && one.isShowing())
                        .findFirst()
                        .orElseThrow()
                        .getScene()),
                file);
    }

    private static void picture(Scene scene, Path file) throws IOException {
        BufferedImage picture = onFx(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        });
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(picture, "png", file.toFile());
    }

    @Override
    public void close() {
        onFx(() -> {
            window.close();
            return true;
        });
        try {
            if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the window did not close");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is held down with a key. */
    enum Modifier {
        SHORTCUT,
        SHIFT,
        ALT
    }

    private Node target() {
        Node owner = stage.getScene().getFocusOwner();
        return owner == null ? stage.getScene().getRoot() : owner;
    }

    private static KeyEvent event(EventType<KeyEvent> type, KeyCode code, List<Modifier> held) {
        return new KeyEvent(
                type,
                "",
                "",
                code,
                held.contains(Modifier.SHIFT),
                held.contains(Modifier.SHORTCUT),
                held.contains(Modifier.ALT),
                false);
    }

    private static <T> T onFx(Callable<T> work) {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
