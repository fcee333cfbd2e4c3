package org.moderationdesk.review.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
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
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.media.SafeView;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.review.LookReason;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A sealed case on the whole screen: nothing of it is read, unless a reason and a note are in the store before. */
@ExtendWith(ApplicationExtension.class)
final class SealedScreenTest {
    private static final String NOTE = "The match is weak; the age must be judged";

    private final Covers covers = new Covers();
    private final Reading reading = new Reading();
    private ScreenDesk desk;
    private Stage stage;

    @TempDir
    private Path folder;

    @Start
    void show(Stage shown) {
        stage = shown;
        desk = new ScreenDesk(folder, reading);
        desk.take(sealed("S-1"), sealed("S-2"));
        build(Language.EN, false, 1368, 832);
        stage.show();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void openingASealedCaseReadsNothingOfItsMediaWhateverIsPressed(FxRobot robot) {
        open(robot, "S-1");
        for (KeyCode key : List.of(
                KeyCode.SPACE,
                KeyCode.B,
                KeyCode.G,
                KeyCode.O,
                KeyCode.L,
                KeyCode.Z,
                KeyCode.V,
                KeyCode.E,
                KeyCode.P,
                KeyCode.OPEN_BRACKET,
                KeyCode.F)) {
            robot.push(key);
        }
        for (int tab = 1; tab <= 6; tab++) {
            robot.push(KeyCode.ALT, KeyCode.valueOf("DIGIT" + tab));
        }
        robot.interact(desk.model()::tick);
        robot.interact(() -> desk.model().open().item().coverAll());

        assertThat(reading.times).isZero();
        assertThat(looks()).isEmpty();
        assertThat(robot.lookup("#item-picture").tryQuery()).isEmpty();
    }

    @Test
    void whoeverAsksForASealedPictureAheadGetsNothing(FxRobot robot) {
        ItemFile file = desk.review().look("S-1", ScreenDesk.NOOR).orElseThrow().file();

        desk.model().pictures().prepare(file);
        assertThatThrownBy(() -> desk.model().pictures().clip(file, 0)).isInstanceOf(MediaRefused.class);
        assertThat(desk.model().pictures().read(file, 0))
                .isEqualTo(new PictureSource.NotShown(PictureSource.Why.SEALED, List.of()));
        assertThat(reading.times).isZero();
        assertThat(robot).isNotNull();
    }

    @Test
    void theButtonWorksOnlyWithAReasonAndANoteAndSaysWhatIsMissing(FxRobot robot) {
        open(robot, "S-1");
        assertThat(look(robot).isDisabled()).isTrue();
        assertThat(words(robot, "#sealed-missing")).isEqualTo("Choose a reason first.");

        fill(robot, LookReason.MATCH_IN_DOUBT, "nineteen characters");
        assertThat(look(robot).isDisabled()).isTrue();
        assertThat(words(robot, "#sealed-missing")).isEmpty();
        assertThat(words(robot, "#sealed-count")).isEqualTo("The note has 19 of 20 characters.");

        fill(robot, LookReason.MATCH_IN_DOUBT, "n     i     n     e");
        assertThat(look(robot).isDisabled()).as("blanks do not count").isTrue();

        fill(robot, LookReason.MATCH_IN_DOUBT, NOTE);
        assertThat(look(robot).isDisabled()).isFalse();
        assertThat(reading.times).isZero();
    }

    @Test
    void aLookIsInTheStoreBeforeTheFileIsReadAndEndsAfterFiveSeconds(FxRobot robot) {
        open(robot, "S-1");
        fill(robot, LookReason.MATCH_IN_DOUBT, NOTE);
        fire(robot, "#sealed-look");

        assertThat(reading.times).isEqualTo(1);
        assertThat(reading.looksWhenRead).as("recorded before it was read").containsExactly(1L);
        assertThat(robot.lookup("#sealed-picture").tryQuery()).isPresent();
        assertThat(words(robot, "#sealed-badge")).isEqualTo("Sealed · Edges only · 5 s");
        robot.push(KeyCode.SPACE);
        assertThat(looks()).singleElement().satisfies(look -> assertThat(look).containsEntry("form", "OUTLINE"));

        desk.clock().advance(Duration.ofSeconds(5));
        Awaitility.await()
                .until(() -> robot.lookup("#sealed-picture").tryQuery().isEmpty());

        assertThat(looks()).singleElement().satisfies(look -> assertThat(look)
                .containsEntry("millis", 5_000L)
                .containsEntry("reason", "MATCH_IN_DOUBT")
                .containsEntry("words", NOTE));
        assertThat(words(robot, "#sealed-looked")).isEqualTo("Looked 1 time, 5 s");
        assertThat(look(robot).isDisabled())
                .as("another look needs a reason and a note of its own")
                .isTrue();
        assertNothingIsHeld();
    }

    @Test
    void escapeCoversAtOnceAndTheTrueTimeIsRecorded(FxRobot robot) {
        open(robot, "S-1");
        fill(robot, LookReason.DANGER_NOW, NOTE);
        robot.interact(() -> robot.lookup("#sealed-form-SMALL_GREY")
                .queryAs(javafx.scene.control.ToggleButton.class)
                .fire());
        fire(robot, "#sealed-look");
        desk.clock().advance(Duration.ofMillis(1_200));
        robot.interact(covers::coverAll);

        assertThat(robot.lookup("#sealed-picture").tryQuery()).isEmpty();
        assertThat(looks()).singleElement().satisfies(look -> assertThat(look)
                .containsEntry("millis", 1_200L)
                .containsEntry("form", "SMALL_GREY"));
        assertNothingIsHeld();
    }

    @Test
    void aCaseOpensWithTheCoverThatIsSetForItsSeverity(FxRobot robot) {
        open(robot, "S-1");

        assertThat(desk.model().open().item().cover().choiceProperty().get())
                .isEqualTo(SafeView.defaults().critical());
    }

    @Test
    void anotherCaseEndsTheLookAndNothingOfItIsHeld(FxRobot robot) {
        open(robot, "S-1");
        fill(robot, LookReason.FACTS_NOT_ENOUGH, NOTE);
        fire(robot, "#sealed-look");
        desk.clock().advance(Duration.ofMillis(700));
        open(robot, "S-2");

        assertThat(looks()).singleElement().satisfies(look -> assertThat(look).containsEntry("millis", 700L));
        assertThat(reading.times).isEqualTo(1);
        assertNothingIsHeld();
    }

    @Test
    void aCaseThatAnotherHoldsCannotBeLookedInto(FxRobot robot) {
        assertThat(desk.review().open("S-1", ScreenDesk.BRAM)).isPresent();
        open(robot, "S-1");

        assertThat(robot.lookup("#sealed-look").<Node>tryQuery())
                .matches(found ->
                        found.isEmpty() || !found.get().getParent().getParent().isVisible());
        assertThat(reading.times).isZero();
    }

    @Test
    void theCardIsPicturedInBothLooksAndLanguagesAndAtBothSizes(FxRobot robot) {
        for (Language language : Language.values()) {
            for (boolean dark : new boolean[] {false, true}) {
                for (int[] size : new int[][] {{1368, 832}, {1028, 632}}) {
                    robot.interact(() -> build(language, dark, size[0], size[1]));
                    open(robot, "S-1");
                    fill(robot, LookReason.MATCH_IN_DOUBT, NOTE);
                    String name = "sealed-" + language.tag() + (dark ? "-dark-" : "-light-") + size[0];
                    robot.interact(() -> Pictures.save(stage.getScene(), name));
                    fire(robot, "#sealed-look");
                    robot.interact(() -> Pictures.save(stage.getScene(), name + "-look"));
                    robot.interact(() -> desk.model().leave(() -> {}));
                }
            }
        }
        assertThat(reading.times).isEqualTo(8);
    }

    private void assertNothingIsHeld() {
        Awaitility.await().untilAsserted(() -> {
            System.gc();
            assertThat(reading.points).isNotEmpty().allMatch(points -> points.get() == null);
        });
    }

    private void build(Language language, boolean dark, int width, int height) {
        var layer = new StackPane();
        var texts = new Texts(language);
        var kit = Kit.of(texts, ZoneOffset.UTC, new InlineBackground(), covers, desk.clock());
        var screen = new ReviewScreen(desk.model(), kit, new Dialogs(layer, texts), desk.said(), _ -> {});
        layer.getChildren().add(screen.node());
        var scene = new Scene(layer, width, height);
        var theme = new Theme(List.of("items", "queue", "guidelines", "decisions", "review"));
        theme.set(new Look(dark, 100));
        theme.dress(scene);
        stage.setScene(scene);
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        stage.setWidth(width);
        stage.setHeight(height);
        desk.show(screen);
    }

    private void open(FxRobot robot, String item) {
        robot.interact(() -> desk.model().open(item));
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
    }

    private static void fill(FxRobot robot, LookReason reason, String note) {
        robot.interact(() -> {
            @SuppressWarnings("unchecked") // the box of reasons
            ComboBox<LookReason> box = robot.lookup("#sealed-reason").queryAs(ComboBox.class);
            box.setValue(reason);
            robot.lookup("#sealed-note").queryTextInputControl().setText(note);
        });
    }

    private static void fire(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryButton().fire());
    }

    private static Button look(FxRobot robot) {
        return robot.lookup("#sealed-look").queryButton();
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private List<Map<String, Object>> looks() {
        return desk.store().read(handle -> handle.createQuery("""
            select l.form, l.millis, s.reason, p.words
              from look l
              left join sealed_look s on s.look_id = l.id
              left join personal_text p on p.id = s.note
            """).mapToMap().list());
    }

    private static String sealed(String id) {
        return """
            {"id":"%s","kind":"IMAGE","text":"words that are not shown","language":"nl","region":"NL",\
            "postedAt":"2026-11-01T09:00:00Z","author":{"id":"u-%s","handle":"@x%s"},\
            "media":[{"sha256":"%s","mime":"image/png","width":300,"height":400}],\
            "reports":[{"id":"r-%s","source":"HASH_MATCH","reason":"Known file","sections":["8.1"],\
            "at":"2026-11-02T11:00:00Z"}]}\
            """.formatted(id, id, id.charAt(2), "ab".repeat(32), id);
    }

    /** Counts how often it is asked, and knows whether what it gave is still held by somebody. */
    private final class Reading implements PictureSource {
        private final List<WeakReference<int[]>> points = new ArrayList<>();
        private final List<Long> looksWhenRead = new ArrayList<>();
        private int times;

        @Override
        public PictureSource.Reading read(ItemFile file, int media) {
            times++;
            looksWhenRead.add((long) looks().size());
            var argb = new int[300 * 400];
            for (int i = 0; i < argb.length; i++) {
                argb[i] = ((i % 300) / 60 + i / 300 / 80) % 2 == 0 ? 0xFFE0A040 : 0xFF3060A0;
            }
            points.add(new WeakReference<>(argb));
            return new Shown(300, 400, argb, 300, 400);
        }

        @Override
        public void prepare(ItemFile next) {
            times++;
        }

        @Override
        public Clip clip(ItemFile file, int media) throws MediaRefused {
            times++;
            throw new MediaRefused(MediaRefused.Reason.MISSING);
        }
    }
}
