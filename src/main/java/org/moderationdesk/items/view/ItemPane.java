package org.moderationdesk.items.view;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.HiddenSidesPane;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Times;
import org.moderationdesk.media.view.LookMenu;
import org.moderationdesk.media.view.Player;

/**
 * One item: head, content under cover, the words beside it, and tabs of what is known. Items are shown through its
 * model. JavaFX thread only.
 */
public final class ItemPane {
    private static final int TABS_WITH_A_KEY = 6;
    private static final PseudoClass PLAYER = PseudoClass.getPseudoClass("player");

    private final ItemModel model;
    private final Texts texts;
    private final Player player;
    private final ItemStage stage;
    private final FileStrip files;
    private final TextPanel panel;
    private final LookMenu look;
    private final ItemTabs tabs;
    private final Node empty;
    private final BorderPane row = new BorderPane();
    private final HiddenSidesPane sides = new HiddenSidesPane();
    private final VBox whole = new VBox();
    private final StackPane pane = new StackPane();
    private final Keys keys;
    private final Timeline ticking;
    private boolean spaceDown;
    private boolean panelAside;
    private boolean panelOpen = true;
    private boolean fullStage;

    public ItemPane(
            ItemModel model,
            ItemWords words,
            Times times,
            PictureSource pictures,
            Background background,
            Covers covers) {
        this.model = model;
        this.texts = words.texts();
        player = new Player();
        stage = new ItemStage(model, words, pictures, background, player);
        look = new LookMenu(model.cover(), texts);
        panel = new TextPanel(model, words, background, player);
        tabs = new ItemTabs(model, words, times, background, player);
        empty = new EmptyState(Icon.REVIEW, texts.get("items.none.title"), texts.get("items.none.sentence"));
        files = new FileStrip(model, texts);
        lay(
                new ItemHead(model, words, times).node(),
                new StageBar(model, texts, this::mark, stage::isClip, stage::isStill).node());
        stage.inCorner(look.node());
        stage.inCorner(fullStage());
        model.shownProperty().subscribe(this::show);
        model.mediaProperty().subscribe(this::showPlayer);
        keys = keys(new Keys(texts.get("items.pane.name")));
        keys.listenOn(pane);
        holdToRevealOn(pane);
        coverOnFocusLoss();
        // The pane lives as long as the window: its cover is never taken off the list.
        covers.add(this::cover);
        ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    public Node node() {
        return pane;
    }

    /** Its keys, for the key sheet. They act while the focus is within the pane. */
    public Keys keys() {
        return keys;
    }

    public void shown() {
        ticking.play();
    }

    /** Covers everything and stops what runs only while it is seen. */
    public void hidden() {
        cover();
        ticking.stop();
    }

    /** Covers the content, and stops what plays. */
    private void cover() {
        stage.clip().hush();
        model.coverAll();
    }

    /** In a low window the filmstrip goes first. */
    public void low(boolean low) {
        stage.clip().withFilmstrip(!low);
    }

    /** How loud clips are played, from 0 to 1. */
    public DoubleProperty volumeProperty() {
        return player.model().volumeProperty();
    }

    /** Goes to a time of the clip that is shown, in milliseconds; nothing without one. */
    public void goTo(long ms) {
        player.seek(ms * 1_000);
    }

    /** Puts the keyboard on the content. */
    public void focusContent() {
        stage.focus();
    }

    /** Opens a tab: 0 reports, 1 account, 2 thread, 3 evidence, 4 duplicates, 5 more. */
    public void selectTab(int index) {
        tabs.select(index);
    }

    /** In a narrow window the panel with the words lies at the side, and I brings it out. */
    public void panelAside(boolean aside) {
        if (panelAside != aside) {
            panelAside = aside;
            panelOpen = !aside;
            arrange();
        }
    }

    /** The I key: hides the panel with the words, or brings it out. */
    public void switchPanel() {
        panelOpen = !panelOpen;
        arrange();
    }

    /** The F key: the content takes the whole pane, or gives it back. */
    public void switchFullStage() {
        fullStage = !fullStage;
        tabs.node().setVisible(!fullStage);
        tabs.node().setManaged(!fullStage);
        arrange();
    }

    private void openMetadata() {
        if (fullStage) {
            switchFullStage();
        }
        tabs.openMetadata();
    }

    /** The E key: marks what is chosen where the keyboard is, for the clause that is chosen. */
    public void mark() {
        if (panel.hasFocus()) {
            panel.mark();
        } else if (!tabs.markInThread()) {
            stage.mark();
        }
    }

    /** Lets Space reveal while it is held down anywhere within this node, on no control that takes Space itself. */
    public void holdToRevealOn(Node root) {
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE && stage.isPicture() && !Typing.isIn(event.getTarget())) {
                event.consume();
                if (!spaceDown && stage.canReveal()) {
                    spaceDown = true;
                    model.cover().lift();
                }
            }
        });
        root.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE && spaceDown) {
                spaceDown = false;
                model.cover().cover();
            }
        });
    }

    private void coverOnFocusLoss() {
        pane.sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(Window::focusedProperty)
                .addListener((_, _, focused) -> {
                    if (!Boolean.TRUE.equals(focused)) {
                        spaceDown = false;
                        cover();
                    }
                });
    }

    private Node fullStage() {
        var graphic = new HBox(Icons.small(Icon.FULL_STAGE), new KeyHint(texts.get("items.key.full")));
        graphic.getStyleClass().add("hinted");
        graphic.setAlignment(Pos.CENTER);
        var button = new Button(null, graphic);
        button.setId("item-full-stage");
        button.setAccessibleText(texts.get("items.keys.full"));
        button.setOnAction(_ -> switchFullStage());
        return button;
    }

    private void lay(Node head, Node bar) {
        row.setCenter(stage.node());
        row.getStyleClass().add("item-row");
        row.setMinSize(0, 0);
        sides.setContent(row);
        sides.setTriggerDistance(0);
        sides.setFocusTraversable(false);
        sides.getStyleClass().add("item-sides");
        whole.getChildren().addAll(head, sides, files.node(), bar, stage.clip().bar(), tabs.node());
        VBox.setVgrow(sides, Priority.ALWAYS);
        VBox.setVgrow(tabs.node(), Priority.SOMETIMES);
        pane.getChildren().addAll(empty, whole);
        pane.setId("item-pane");
        pane.getStyleClass().add("item-pane");
        pane.setMinWidth(0);
        arrange();
    }

    private void arrange() {
        boolean beside = !panelAside && panelOpen && !fullStage;
        row.setRight(null);
        sides.setRight(null);
        sides.setPinnedSide(null);
        if (beside) {
            // Where it lay hidden at the side, it was made invisible there, and nobody else lays it out.
            panel.node().setVisible(true);
            panel.node().setManaged(true);
            row.setRight(panel.node());
        } else if (panelAside) {
            sides.setRight(panel.node());
            sides.setPinnedSide(panelOpen ? Side.RIGHT : null);
        }
    }

    private void show(@Nullable OpenItem open) {
        spaceDown = false;
        empty.setVisible(open == null);
        whole.setVisible(open != null);
        showPlayer();
    }

    private void showPlayer() {
        look.film(stage.moves());
        pane.pseudoClassStateChanged(PLAYER, stage.isClip());
        stage.clip().bar().setVisible(stage.isClip());
        stage.clip().bar().setManaged(stage.isClip());
    }

    private Keys keys(Keys made) {
        made.on("B", texts.get("items.keys.blur"), () -> model.cover().switchBlur(), stage::canReveal)
                .on("G", texts.get("items.keys.grey"), () -> model.cover().switchGrey(), stage::canReveal)
                .on("E", texts.get("items.keys.mark"), this::mark)
                .on("F", texts.get("items.keys.full"), this::switchFullStage)
                .on("I", texts.get("items.keys.panel"), this::switchPanel);
        files.keysTo(made);
        stage.clip().keysTo(made);
        look.addKeys(made, stage::canReveal);
        made.on(
                MoreTab.METADATA_KEY,
                texts.get("items.keys.metadata"),
                this::openMetadata,
                () -> MetadataPane.has(model));
        made.on("Shortcut+F", texts.get("items.keys.searchWords"), panel::search);
        for (int i = 0; i < TABS_WITH_A_KEY; i++) {
            int tab = i;
            made.on("Alt+" + (i + 1), texts.get("items.keys.tab", i + 1), () -> tabs.select(tab));
        }
        return made;
    }
}
