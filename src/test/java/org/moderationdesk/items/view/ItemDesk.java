package org.moderationdesk.items.view;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.fx.Times;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.view.DrawnClip;

/** An item pane in a window, with a clock that the test moves. JavaFX thread only, but for making it. */
final class ItemDesk {
    private static final Book BOOK = new BookReader().read("2020-12");

    private final List<Look> looks = new ArrayList<>();
    private final Covers covers = new Covers();
    private final Theme theme = new Theme(List.of("media", "items", "queue"));
    private Duration passed = Duration.ZERO;
    private final ItemModel model;
    private final ItemPane pane;
    private final Scene scene;

    ItemDesk(Stage stage, Language language, Background background) {
        this(stage, language, background, new DrawnSource(() -> DrawnClip.of(23, 30)));
    }

    ItemDesk(Stage stage, Language language, Background background, PictureSource pictures) {
        var texts = new Texts(language);
        InstantSource clock = () -> SampleItems.NOW.plus(passed);
        model = new ItemModel(clock, looks::add);
        pane = new ItemPane(
                model, new ItemWords(texts, BOOK), new Times(texts, ZoneOffset.UTC), pictures, background, covers);
        scene = new Scene((Parent) pane.node(), 696, 832);
        theme.dress(scene);
        stage.setScene(scene);
        // The stage is shared by all tests, and keeps the size that the one before gave it.
        stage.setMinHeight(0);
        stage.setWidth(696);
        stage.setHeight(832);
        stage.show();
    }

    ItemModel model() {
        return model;
    }

    ItemPane pane() {
        return pane;
    }

    Scene scene() {
        return scene;
    }

    Theme theme() {
        return theme;
    }

    Covers covers() {
        return covers;
    }

    List<Look> looks() {
        return looks;
    }

    void pass(Duration time) {
        passed = passed.plus(time);
    }
}
