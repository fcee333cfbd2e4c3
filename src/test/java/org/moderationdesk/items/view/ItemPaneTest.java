package org.moderationdesk.items.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.LiveStream;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class ItemPaneTest {
    private static final ClauseCode CLAUSE = new ClauseCode("5.3.3");

    private ItemDesk desk;
    private Stage window;
    private int read;

    @Start
    void show(Stage stage) {
        window = stage;
        desk = new ItemDesk(stage, Language.EN, new InlineBackground(), (_, _) -> {
            read++;
            return SampleItems.stripes();
        });
    }

    @Test
    void aPictureComesUpBlurredAndGreyAndSpaceLiftsTheBlurWhileHeld(FxRobot robot) {
        open(robot, SampleItems.image());
        assertThat(isBlurred(robot)).isTrue();

        robot.press(KeyCode.SPACE);
        assertThat(isBlurred(robot)).isFalse();
        assertThat(isGrey(robot)).as("grey stays").isTrue();
        desk.pass(Duration.ofSeconds(4));
        robot.press(KeyCode.SPACE);
        robot.release(KeyCode.SPACE);

        assertThat(isBlurred(robot)).isTrue();
        assertThat(desk.looks()).containsExactly(new Look(0, LookForm.GREY, 4_000, null));
        assertThat(robot.lookup("#item-seen").queryAs(Label.class).getText()).isEqualTo("Seen 4 s in 1 reveal");
    }

    @Test
    void afterTenSecondsTheKeyMustBeLetGoBeforeItRevealsAgain(FxRobot robot) {
        open(robot, SampleItems.image());

        robot.press(KeyCode.SPACE);
        desk.pass(Duration.ofSeconds(10));
        robot.interact(() -> desk.model().cover().tick());
        assertThat(isBlurred(robot)).isTrue();
        robot.interact(() -> robot.lookup("#item-picture").query().fireEvent(pressedSpace()));
        assertThat(isBlurred(robot)).isTrue();
        robot.release(KeyCode.SPACE);

        assertThat(desk.looks()).hasSize(1);
    }

    @Test
    void theCoverReturnsWhenTheWindowLosesTheFocusAndWhenEverythingIsCovered(FxRobot robot) {
        open(robot, SampleItems.image());

        robot.push(KeyCode.B);
        assertThat(isBlurred(robot)).isFalse();
        robot.interact(() -> desk.covers().coverAll());
        assertThat(isBlurred(robot)).isTrue();

        robot.push(KeyCode.B);
        robot.push(KeyCode.G);
        assertThat(isBlurred(robot)).isFalse();
        List<ImageView> shown = pictures(robot);
        // The headless platform never takes the focus from a window: one that never had it stands for that.
        robot.interact(() -> {
            window.setScene(null);
            new Stage().setScene(desk.scene());
        });
        assertThat(shown).singleElement().satisfies(view -> assertThat(view.getImage())
                .isNull());
        assertThat(desk.looks()).hasSize(3);
    }

    @Test
    void nothingOfASealedItemIsLoadedAndNoRevealIsOffered(FxRobot robot) {
        open(robot, SampleItems.sealed());

        assertThat(read).isZero();
        assertThat(robot.lookup("#item-picture").tryQuery()).isEmpty();
        assertThat(robot.lookup("#item-blur").<Node>tryQuery())
                .matches(found -> found.isEmpty()
                        || !found.get().isVisible()
                        || !found.get().getParent().isVisible());
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.B);
        assertThat(desk.looks()).isEmpty();
        assertThat(words(robot)).noneMatch(words -> words.contains("words that are not shown"));
        assertThat(words(robot)).anyMatch(words -> words.contains("Sealed"));
    }

    @Test
    void whatIsSaidOfAMissingFileIsScrolledToInALowWindow(FxRobot robot) {
        OpenItem live = SampleItems.livestream(LiveStream.State.ENDED);
        robot.interact(() -> window.setHeight(430));
        open(robot, SampleItems.without(live, MediaFile.State.MISSING));

        Region card = robot.lookup("#item-no-file").queryAs(Region.class);
        assertThat(card.getHeight()).isEqualTo(card.prefHeight(card.getWidth()));
        ScrollPane scroll = robot.lookup("#item-card-scroll").queryAs(ScrollPane.class);
        assertThat(card.getHeight()).as("too high for it").isGreaterThan(scroll.getHeight());
        assertThat(robot.from(card).lookup(".label").<Labeled>queryAll())
                .allSatisfy(words -> assertThat(words.getHeight())
                        .as(words.getText())
                        .isGreaterThanOrEqualTo(words.prefHeight(words.getWidth())));
    }

    @Test
    void theScreenReaderIsToldNothingOfACoveredPicture(FxRobot robot) {
        open(robot, SampleItems.image());

        assertThat(robot.lookup("#item-picture").query().getAccessibleText())
                .isEqualTo("Picture of the item, under cover. It is not described.");
        assertThat(picture(robot).getAccessibleText()).isNull();
    }

    @Test
    void aSpanOfTextIsMarkedByKeysForTheClauseThatIsChosen(FxRobot robot) {
        open(robot, SampleItems.text("\uD83D\uDE00 sell stolen bread"));
        robot.interact(() -> desk.model().clauseProperty().set(CLAUSE));

        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.RIGHT);
        for (int i = 0; i < 4; i++) {
            robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        }
        robot.push(KeyCode.E);

        assertThat(desk.model().marks())
                .containsExactly(new EvidenceMark.InText(CLAUSE, EvidenceMark.Place.TEXT, 0, 2, 6, null));
        robot.push(KeyCode.ALT, KeyCode.DIGIT4);
        assertThat(words(robot)).contains("“sell”");
    }

    @Test
    void withoutAClauseNothingIsMarkedAndTheScreenIsTold(FxRobot robot) {
        var told = new int[1];
        open(robot, SampleItems.text("bread"));
        robot.interact(() -> desk.model().onNoClause(() -> told[0]++));

        robot.push(KeyCode.E);

        assertThat(desk.model().marks()).isEmpty();
        assertThat(told[0]).isEqualTo(1);
    }

    @Test
    void aBoxIsDrawnMovedAndMarkedByKeysAlone(FxRobot robot) {
        open(robot, SampleItems.image());
        robot.interact(() -> desk.model().clauseProperty().set(CLAUSE));

        robot.push(KeyCode.E);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        robot.push(KeyCode.ENTER);

        assertThat(desk.model().marks())
                .containsExactly(new EvidenceMark.InMedia(
                        CLAUSE, 0, null, null, new EvidenceMark.Box(0.37, 0.35, 0.3, 0.32), null));
        // The box is drawn at the next layout, which the toolkit need not have come to yet.
        robot.interact(() -> desk.scene().getRoot().layout());
        assertThat(robot.lookup(".marked-box").tryQuery()).isPresent();
    }

    @Test
    void aBoxIsDrawnWithTheMouse(FxRobot robot) {
        open(robot, SampleItems.image());
        robot.interact(() -> desk.model().clauseProperty().set(CLAUSE));
        var at = picture(robot).localToScreen(picture(robot).getLayoutBounds());

        robot.moveTo(at.getMinX() + at.getWidth() * 0.25, at.getMinY() + at.getHeight() * 0.25);
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(at.getMinX() + at.getWidth() * 0.5, at.getMinY() + at.getHeight() * 0.75);
        robot.release(MouseButton.PRIMARY);
        robot.push(KeyCode.E);

        var box = ((EvidenceMark.InMedia) desk.model().marks().getFirst()).box();
        assertThat(box.x()).isCloseTo(0.25, org.assertj.core.data.Offset.offset(0.02));
        assertThat(box.h()).isCloseTo(0.5, org.assertj.core.data.Offset.offset(0.02));
    }

    @Test
    void aMarkIsTakenAwayInItsTab(FxRobot robot) {
        open(robot, SampleItems.text("bread"));
        robot.interact(() ->
                desk.model().marks().add(new EvidenceMark.InText(CLAUSE, EvidenceMark.Place.TEXT, 0, 0, 5, null)));

        robot.push(KeyCode.ALT, KeyCode.DIGIT4);
        robot.push(KeyCode.DELETE);

        assertThat(desk.model().marks()).isEmpty();
    }

    @Test
    void aSpokenLineIsMarkedWhole(FxRobot robot) {
        open(robot, SampleItems.video());
        robot.interact(() -> {
            desk.model().clauseProperty().set(CLAUSE);
            robot.lookup("#item-panel-list").query().requestFocus();
        });

        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.E);

        assertThat(desk.model().marks())
                .containsExactly(new EvidenceMark.InText(CLAUSE, EvidenceMark.Place.TRANSCRIPT, 1, 0, 27, null));
    }

    @Test
    void duplicatesAreTickedByKeysAndDecidedOnesAreNot(FxRobot robot) {
        open(robot, SampleItems.image());

        robot.push(KeyCode.ALT, KeyCode.DIGIT5);
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.END);
        robot.push(KeyCode.ENTER);

        assertThat(desk.model().ticked()).containsExactly("V-20391");
    }

    @Test
    void aCaseThatAnotherHoldsIsReadOnlyAndSaysWho(FxRobot robot) {
        open(robot, SampleItems.heldByMilan());
        robot.interact(() -> desk.model().clauseProperty().set(CLAUSE));

        robot.push(KeyCode.E);
        robot.push(KeyCode.ENTER);

        assertThat(desk.model().marks()).isEmpty();
        assertThat(words(robot)).contains("held by Milan", "Read only");
    }

    @Test
    void anotherCaseBeginsCoveredWithNothingMarkedTickedOrSeen(FxRobot robot) {
        open(robot, SampleItems.image());
        robot.push(KeyCode.B);
        robot.interact(() -> desk.model().ticked().add("V-1"));

        robot.interact(() -> desk.model().show(SampleItems.image()));

        assertThat(isBlurred(robot)).isTrue();
        assertThat(desk.model().ticked()).isEmpty();
        assertThat(desk.looks()).hasSize(1);
        assertThat(robot.lookup("#item-seen").query().isVisible()).isFalse();
    }

    @Test
    void whatIsKnownIsInTheTabsThatAltAndANumberOpen(FxRobot robot) {
        open(robot, SampleItems.image());
        var expected = List.of(
                "Dangerous challenge",
                "23, stated by the holder",
                "@kookfan",
                "Evidence",
                "V-20391",
                "PDQ · quality 92");

        for (int i = 0; i < 6; i++) {
            robot.push(KeyCode.ALT, KeyCode.valueOf("DIGIT" + (i + 1)));
            assertThat(robot.lookup("#item-tabs")
                            .queryAs(TabPane.class)
                            .getSelectionModel()
                            .getSelectedIndex())
                    .isEqualTo(i);
            assertThat(words(robot)).contains(expected.get(i));
        }
    }

    @Test
    void thePanelGoesToTheSideAndComesOutByKey(FxRobot robot) {
        open(robot, SampleItems.image());
        robot.interact(() -> desk.pane().panelAside(true));
        assertThat(robot.lookup("#item-panel").<Node>tryQuery())
                .matches(found -> found.isEmpty() || !found.get().isVisible());

        robot.push(KeyCode.I);

        assertThat(robot.lookup("#item-panel").query().getScene()).isNotNull();
    }

    @Test
    void everyControlHasAnIdAndANameForAScreenReader(FxRobot robot) {
        for (OpenItem item :
                List.of(SampleItems.image(), SampleItems.text("x"), SampleItems.account(), SampleItems.sealed())) {
            open(robot, item);
            Set<Node> reachable =
                    robot.lookup((Node node) -> node.isFocusTraversable()).queryAll();
            assertThat(reachable)
                    .isNotEmpty()
                    .allSatisfy(
                            node -> assertThat(node.getId()).as(node.toString()).isNotBlank())
                    .allSatisfy(
                            node -> assertThat(name(node)).as(node.toString()).isNotBlank());
        }
    }

    private static String name(Node node) {
        String told = node.getAccessibleText();
        return told == null && node instanceof Labeled labeled ? labeled.getText() : told;
    }

    private static javafx.scene.input.KeyEvent pressedSpace() {
        return new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_PRESSED, " ", " ", KeyCode.SPACE, false, false, false, false);
    }

    private void open(FxRobot robot, OpenItem item) {
        robot.interact(() -> {
            desk.model().show(item);
            desk.scene().getRoot().applyCss();
            desk.scene().getRoot().layout();
            desk.pane().focusContent();
        });
    }

    /** Under the cover nothing of the picture is in the scene but a few points, shown large. */
    private static boolean isBlurred(FxRobot robot) {
        return pictures(robot).stream()
                .allMatch(view ->
                        Math.max(view.getImage().getWidth(), view.getImage().getHeight()) <= 64);
    }

    private static boolean isGrey(FxRobot robot) {
        return pictures(robot).stream().allMatch(view -> {
            int point = view.getImage().getPixelReader().getArgb(20, 20);
            return (point & 0xFF) == ((point >> 8) & 0xFF) && (point & 0xFF) == ((point >> 16) & 0xFF);
        });
    }

    private static ImageView picture(FxRobot robot) {
        return pictures(robot).getFirst();
    }

    private static List<ImageView> pictures(FxRobot robot) {
        return robot
                .lookup((Node node) -> node instanceof ImageView view && view.getImage() != null)
                .queryAllAs(ImageView.class)
                .stream()
                .toList();
    }

    private static List<String> words(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof Labeled).<Labeled>queryAll().stream()
                .map(Labeled::getText)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
