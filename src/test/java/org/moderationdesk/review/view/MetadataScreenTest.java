package org.moderationdesk.review.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.media.FileMetadata;
import org.moderationdesk.media.FileMetadata.Entry;
import org.moderationdesk.media.FileMetadata.Part;
import org.moderationdesk.media.decode.MediaRefused;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a file says of itself, in the detail pane of the review screen. */
@ExtendWith(ApplicationExtension.class)
final class MetadataScreenTest {
    private static final String HOSTILE = "a\u202Egpj.exe\u0007\u200B";

    private final Covers covers = new Covers();
    private final Saying saying = new Saying();
    private ScreenDesk desk;
    private Stage stage;

    @TempDir
    private Path folder;

    @Start
    void show(Stage shown) throws IOException {
        stage = shown;
        desk = new ScreenDesk(folder, saying);
        Files.write(folder.resolve("one.png"), new byte[] {1, 2, 3});
        desk.take(item("V-1", "5.3", "one.png"), item("V-2", "5.3", null), item("S-1", "8.1", "one.png"));
        build(Language.EN, false, 1_368, 832);
        stage.show();
    }

    @AfterEach
    void close() {
        assertThat(desk.logIsIntact()).isTrue();
        desk.close();
    }

    @Test
    void aKeyOpensItInItsTabAndReadToItsEndItIsALook(FxRobot robot) {
        saying.says = entries(3);
        open(robot, "V-1");
        assertThat(looks()).isEmpty();
        desk.clock().advance(Duration.ofSeconds(1));

        robot.push(KeyCode.SHIFT, KeyCode.M);

        assertThat(shown(robot, "#item-metadata")).isTrue();
        assertThat(labels(robot)).contains("Make 0", "value 0", "Picture");
        assertThat(words(robot, "#metadata-said")).isEqualTo("Read to its end. That is recorded.");
        assertThat(looks()).singleElement().satisfies(look -> assertThat(look)
                .containsEntry("form", "METADATA")
                .containsEntry("item_id", "V-1"));
        assertThat(desk.wellbeing().ownDay(ScreenDesk.NOOR).looks()).isEmpty();
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());

        robot.interact(covers::coverAll);
        assertThat(shown(robot, "#item-metadata")).isFalse();
        assertThat(shown(robot, "#metadata-open")).isTrue();
    }

    @Test
    void whoHasNotScrolledToItsEndHasNotReadIt(FxRobot robot) {
        saying.says = entries(80);
        open(robot, "V-1");
        robot.push(KeyCode.SHIFT, KeyCode.M);

        assertThat(words(robot, "#metadata-said")).startsWith("Scroll to the end");
        assertThat(looks()).isEmpty();
        desk.clock().advance(Duration.ofSeconds(7));
        robot.interact(
                () -> robot.lookup("#metadata-rows").queryAs(ScrollPane.class).setVvalue(0.5));
        assertThat(looks()).isEmpty();
        robot.interact(
                () -> robot.lookup("#metadata-rows").queryAs(ScrollPane.class).setVvalue(1));

        assertThat(looks()).singleElement().satisfies(look -> assertThat(look).containsEntry("millis", 7_000L));
        robot.interact(
                () -> robot.lookup("#metadata-rows").queryAs(ScrollPane.class).setVvalue(0));
        robot.interact(
                () -> robot.lookup("#metadata-rows").queryAs(ScrollPane.class).setVvalue(1));
        assertThat(looks()).as("once for each opening").hasSize(1);
    }

    @Test
    void hostileTextIsShownByTheNamesOfWhatHidesInIt(FxRobot robot) {
        saying.says = new FileMetadata(List.of(new Entry(Part.PICTURE, 0, HOSTILE, HOSTILE)), true);
        open(robot, "V-1");

        robot.push(KeyCode.SHIFT, KeyCode.M);

        assertThat(labels(robot)).noneMatch(label -> label.contains("\u202Egpj") || label.contains("\u0007"));
        assertThat(labels(robot)).contains("The file says more than is ever read.");
    }

    @Test
    void aFileThatSaysNothingOrCannotBeReadSaysSoAndWhatIsNotReadIsNoLook(FxRobot robot) {
        open(robot, "V-1");
        saying.refused = true;
        robot.push(KeyCode.SHIFT, KeyCode.M);
        assertThat(words(robot, "#metadata-said")).isEqualTo("The file could not be read.");
        assertThat(looks()).isEmpty();

        robot.interact(covers::coverAll);
        saying.refused = false;
        saying.says = entries(0);
        robot.push(KeyCode.SHIFT, KeyCode.M);
        assertThat(labels(robot)).contains("The file says nothing of itself.");
        assertThat(looks()).hasSize(1);
    }

    @Test
    void whereNoFileIsHeldThereIsNoKeyForIt(FxRobot robot) {
        open(robot, "V-2");

        robot.push(KeyCode.ALT, KeyCode.DIGIT6).push(KeyCode.SHIFT, KeyCode.M);

        assertThat(shown(robot, "#metadata-open")).isFalse();
        assertThat(shown(robot, "#item-metadata")).isFalse();
        assertThat(saying.times).isZero();
    }

    @Test
    void aCaseThatAnotherHoldsShowsNone(FxRobot robot) {
        assertThat(desk.review().open("V-1", ScreenDesk.BRAM)).isPresent();
        open(robot, "V-1");

        robot.push(KeyCode.SHIFT, KeyCode.M);

        assertThat(saying.times).isZero();
    }

    @Test
    void ofASealedFileTheLogKnowsBeforeItIsRead(FxRobot robot) {
        saying.says = entries(2);
        open(robot, "S-1");

        robot.push(KeyCode.SHIFT, KeyCode.M);

        assertThat(saying.begunWhenRead).containsExactly(1L);
        assertThat(looks()).hasSize(1);
    }

    @Test
    void picturesInBothLanguagesAndLooksAndAtBothSizes(FxRobot robot) {
        saying.says = new FileMetadata(
                IntStream.range(0, 30)
                        .mapToObj(one -> new Entry(
                                one < 3 ? Part.FILE : Part.PICTURE,
                                0,
                                one == 4 ? HOSTILE : "DateTimeOriginal" + one,
                                one == 5 ? "a long value of a camera ".repeat(20) : "2026:11:02 11:00:0" + one % 10))
                        .toList(),
                false);
        for (Language language : Language.values()) {
            for (boolean dark : new boolean[] {false, true}) {
                for (int[] size : new int[][] {{1_368, 832}, {1_028, 632}}) {
                    robot.interact(() -> build(language, dark, size[0], size[1]));
                    open(robot, "V-1");
                    String name = "metadata-" + language.tag() + (dark ? "-dark-" : "-light-") + size[0];
                    robot.push(KeyCode.ALT, KeyCode.DIGIT6);
                    robot.interact(() -> Pictures.save(stage.getScene(), name + "-closed"));
                    robot.push(KeyCode.SHIFT, KeyCode.M);
                    robot.interact(() -> Pictures.save(stage.getScene(), name));
                    assertThat(shown(robot, "#item-metadata")).isTrue();
                    robot.interact(() -> desk.model().leave(() -> {}));
                }
            }
        }
    }

    private static FileMetadata entries(int count) {
        return new FileMetadata(
                IntStream.range(0, count)
                        .mapToObj(one -> new Entry(Part.PICTURE, 0, "Make " + one, "value " + one))
                        .toList(),
                false);
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

    private static boolean shown(FxRobot robot, String id) {
        return robot.lookup(id)
                .<Node>tryQuery()
                .filter(MetadataScreenTest::isSeen)
                .isPresent();
    }

    private static boolean isSeen(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static List<String> labels(FxRobot robot) {
        return robot.lookup("#item-metadata .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private List<Map<String, Object>> looks() {
        return desk.store().read(handle -> handle.createQuery("select item_id, form, millis from look")
                .mapToMap()
                .list());
    }

    private static String item(String id, String section, String file) {
        String media = file == null ? "" : "\"media\":[{\"path\":\"" + file + "\",\"mime\":\"image/png\"}],";
        return """
            {"id":"%s","kind":"IMAGE","text":"made up","language":"nl","region":"NL",\
            "postedAt":"2026-11-01T09:00:00Z","author":{"id":"u-%s","handle":"@x"},%s\
            "reports":[{"id":"r-%s","source":"USER","reason":"made up","sections":["%s"],\
            "at":"2026-11-02T11:00:00Z"}]}\
            """.formatted(id, id, media, id, section);
    }

    /** Says of every file what a test wants. */
    private final class Saying implements PictureSource {
        private final List<Long> begunWhenRead = new ArrayList<>();
        private FileMetadata says = new FileMetadata(List.of(), false);
        private boolean refused;
        private int times;

        @Override
        public Reading read(ItemFile file, int media) {
            return new NotShown(Why.MISSING, List.of());
        }

        @Override
        public FileMetadata metadata(ItemFile file, int media) throws MediaRefused {
            times++;
            begunWhenRead.add(desk.store().read(handle -> handle.createQuery(
                            "select count(*) from event where body like '%METADATA%' and body like '%BEGUN%'")
                    .mapTo(Long.class)
                    .one()));
            if (refused) {
                throw new MediaRefused(MediaRefused.Reason.BROKEN);
            }
            return says;
        }
    }
}
