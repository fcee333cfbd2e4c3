package org.moderationdesk.app;

import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.moderationdesk.fx.AppMark;
import org.moderationdesk.settings.WindowState;

/** Puts the window, with its mark, where and as large as it was, as long as that place is still on a screen. */
final class StagePlace {
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 640;

    private final Stage stage;
    private final WindowState before;

    StagePlace(Stage stage, WindowState before) {
        this.stage = stage;
        this.before = before;
    }

    void apply() {
        stage.getIcons().setAll(AppMark.picture(32), AppMark.picture(128));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        Double x = before.x();
        Double y = before.y();
        stage.setWidth(before.width());
        stage.setHeight(before.height());
        if (x != null && y != null && isOnAScreen(x, y)) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(before.maximized());
    }

    /** As the window is now; while it fills the screen, its size and place of before. */
    WindowState now(String place, Map<String, Double> sizes) {
        if (stage.isMaximized() || !(stage.getWidth() >= LEAST_WIDTH && stage.getHeight() >= LEAST_HEIGHT)) {
            return new WindowState(
                    before.x(), before.y(), before.width(), before.height(), stage.isMaximized(), place, sizes);
        }
        return new WindowState(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false, place, sizes);
    }

    private boolean isOnAScreen(double x, double y) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch((Rectangle2D screen) -> screen.contains(x + before.width() / 2, y + 20));
    }
}
