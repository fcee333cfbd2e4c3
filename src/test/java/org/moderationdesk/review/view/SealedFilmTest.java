package org.moderationdesk.review.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.items.view.StoredPictures;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.DecodeDesk;
import org.moderationdesk.media.decode.DecodeLimits;
import org.moderationdesk.media.decode.Decoder;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.TestClips;
import org.moderationdesk.media.view.FrameView;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.review.LookReason;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A sealed film with a real file and a real decoder: no worker opens it before a reason and a note are recorded. */
@ExtendWith(ApplicationExtension.class)
final class SealedFilmTest {
    private static final String NOTE = "The match is weak; the age must be judged";

    private final Covers covers = new Covers();
    private ScreenDesk desk;
    private Decoder decoder;
    private Counting counting;
    private PictureSource real;

    @TempDir
    private Path folder;

    @Start
    void show(Stage stage) throws IOException {
        try (var clips = new TestClips()) {
            Files.write(folder.resolve("film.mp4"), clips.silent());
        }
        counting = new Counting();
        desk = new ScreenDesk(folder, counting);
        decoder = new Decoder(
                new MediaStore(folder.resolve("desk-media"), desk.store()), DecodeDesk.LAUNCH, DecodeLimits.USUAL);
        real = new StoredPictures(new StoredItems(desk.store(), StoredQueue::openCases), decoder);
        desk.take(film("S-1"));
        var layer = new StackPane();
        var texts = new Texts(Language.EN);
        var kit = Kit.of(texts, ZoneOffset.UTC, new InlineBackground(), covers, desk.clock());
        var screen = new ReviewScreen(desk.model(), kit, new Dialogs(layer, texts), desk.said(), _ -> {});
        layer.getChildren().add(screen.node());
        var scene = new Scene(layer, 1368, 832);
        var theme = new Theme(List.of("media", "items", "queue", "guidelines", "decisions", "review"));
        theme.set(new Look(false, 100));
        theme.dress(scene);
        stage.setScene(scene);
        stage.setWidth(1368);
        stage.setHeight(832);
        stage.show();
        desk.show(screen);
    }

    @AfterEach
    void close() {
        decoder.close();
        desk.close();
    }

    @Test
    void noFrameOfASealedFilmIsDecodedBeforeAReasonAndANoteAndOneIsAfterThem(FxRobot robot) {
        robot.interact(() -> desk.model().open("S-1"));
        for (KeyCode key : List.of(KeyCode.SPACE, KeyCode.P, KeyCode.B, KeyCode.PAGE_DOWN, KeyCode.RIGHT, KeyCode.E)) {
            robot.push(key);
        }
        ItemFile file = desk.review().look("S-1", ScreenDesk.NOOR).orElseThrow().file();
        desk.model().pictures().prepare(file);
        assertThatThrownBy(() -> desk.model().pictures().clip(file, 0)).isInstanceOf(MediaRefused.class);
        assertThat(counting.looksAtOpening).as("times that a worker opened it").isEmpty();

        robot.interact(() -> {
            @SuppressWarnings("unchecked") // the box of reasons
            ComboBox<LookReason> reason = robot.lookup("#sealed-reason").queryAs(ComboBox.class);
            reason.setValue(LookReason.MATCH_IN_DOUBT);
        });
        assertThat(counting.looksAtOpening).isEmpty();
        robot.interact(
                () -> robot.lookup("#sealed-note").queryTextInputControl().setText(NOTE));
        assertThat(counting.looksAtOpening).isEmpty();
        robot.interact(() -> robot.lookup("#sealed-look").queryButton().fire());

        assertThat(counting.looksAtOpening)
                .as("recorded before the worker opened it, once")
                .containsExactly(1L);
        assertThat(robot.lookup("#sealed-picture").queryAs(FrameView.class).hasPicture())
                .isTrue();
        desk.clock().advance(Duration.ofSeconds(1));
        robot.interact(covers::coverAll);
        assertThat(robot.lookup("#sealed-picture").tryQuery()).isEmpty();
        assertThat(counting.looksAtOpening).hasSize(1);
    }

    private static String film(String id) {
        return """
            {"id":"%s","kind":"VIDEO","text":"words that are not shown","language":"nl","region":"NL",\
            "postedAt":"2026-11-01T09:00:00Z","author":{"id":"u-1","handle":"@x"},\
            "media":[{"path":"film.mp4","mime":"video/mp4"}],\
            "reports":[{"id":"r-1","source":"HASH_MATCH","reason":"Known file","sections":["8.1"],\
            "at":"2026-11-02T11:00:00Z"}]}\
            """.formatted(id);
    }

    /** The real source, and how many looks were in the store whenever a worker was asked to open a file. */
    private final class Counting implements PictureSource {
        private final List<Long> looksAtOpening = new ArrayList<>();

        private void count() {
            looksAtOpening.add(desk.store().read(handle -> handle.createQuery("select count(*) from look")
                    .mapTo(Long.class)
                    .one()));
        }

        @Override
        public Reading read(ItemFile file, int media) {
            count();
            return real.read(file, media);
        }

        @Override
        public Clip clip(ItemFile file, int media) throws MediaRefused {
            count();
            return real.clip(file, media);
        }
    }
}
