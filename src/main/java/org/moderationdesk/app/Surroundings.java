package org.moderationdesk.app;

import java.time.InstantSource;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.NativeFileChoice;
import org.moderationdesk.fx.ThreadedBackground;

/**
 * What the window stands in.
 *
 * @param onEnd once everything is closed, on a thread of its own
 */
record Surroundings(Background background, FileChoice files, InstantSource clock, Runnable onEnd) {
    static Surroundings real(Stage stage) {
        return new Surroundings(
                new ThreadedBackground(), new NativeFileChoice(stage), InstantSource.system(), Platform::exit);
    }
}
