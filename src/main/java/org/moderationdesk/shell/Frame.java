package org.moderationdesk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.KeySheet;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Screen;

/** Rail, bars and the screen in front, and the keys that work everywhere. */
public final class Frame {
    private final Texts texts;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final BorderPane node = new BorderPane();
    private final StackPane stage = new StackPane();
    private final Keys everywhere;
    /** What has the focus, where that is in the screen. */
    private @Nullable Node within;

    /** It went, and nothing has taken the focus since. */
    private boolean went;

    /**
     * Puts the parts together.
     *
     * @param everywhere to which the frame adds its own keys
     */
    public Frame(Texts texts, Navigator navigator, Dialogs dialogs, Keys everywhere, Covers covers) {
        this.texts = texts;
        this.navigator = navigator;
        this.dialogs = dialogs;
        this.everywhere = everywhere;
        everywhere
                .on("F1", texts.get("shell.key.sheet"), this::showKeys)
                .on("F6", texts.get("shell.key.next-panel"), () -> goToPanel(1))
                .on("Shift+F6", texts.get("shell.key.previous-panel"), () -> goToPanel(-1))
                .alongside("Esc", texts.get("shell.key.cover"), () -> coverAndLeaveField(covers));
        for (int i = 0; i < Math.min(8, navigator.destinations().size()); i++) {
            Destination destination = navigator.destinations().get(i);
            everywhere.on(
                    "Shortcut+" + (i + 1),
                    texts.get("shell.key.go", destination.name()),
                    () -> navigator.go(destination.id()),
                    () -> !dialogs.isOpen());
        }
        node.getStyleClass().add("frame");
        node.setCenter(stage);
        navigator.current().subscribe(_ -> navigator.screen().ifPresent(this::bringForward));
        node.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepInScreen);
    }

    /**
     * What has the focus may go: a form that is sent, a case that is answered. The toolkit then gives it to the first thing
     * of the window, above the screen, where the keys of the screen do nothing; the screen takes it instead.
     */
    private void keepInScreen(@Nullable Node before, @Nullable Node now) {
        went |= before != null && before.equals(within) && !isSeen(before);
        within = isWithin(now, stage) ? now : null;
        if (now == null) {
            return;
        }
        if (went && within == null && isWithin(now, node)) {
            // Not while the toolkit gives it away.
            Platform.runLater(() -> navigator.screen().ifPresent(this::focus));
        }
        went = false;
    }

    private void focus(Screen screen) {
        Node owner = focusOwner();
        if (isWithin(owner, node) && !isWithin(owner, stage) && !dialogs.isOpen()) {
            screen.node().requestFocus();
        }
    }

    private static boolean isSeen(Node part) {
        boolean seen = part.getScene() != null;
        for (Node at = part; seen && at != null; at = at.getParent()) {
            seen = at.isVisible();
        }
        return seen;
    }

    public Parent node() {
        return node;
    }

    /** @param news beneath the top bar, where there is any */
    public void furnish(Node topBar, Node news, Node rail, Node statusBar) {
        node.setTop(new VBox(topBar, news));
        node.setLeft(rail);
        node.setBottom(statusBar);
    }

    /** Opens the sheet of every key that works right now. */
    public void showKeys() {
        List<Keys> all = new ArrayList<>();
        all.add(everywhere);
        navigator.screen().ifPresent(screen -> all.addAll(screen.keys()));
        dialogs.show(texts.get("shell.key.sheet"), KeySheet.of(all));
    }

    private void bringForward(Screen screen) {
        stage.getChildren().setAll(screen.node());
        // Without a skin what lies in a split pane has no scene, and the screen could not give it the focus.
        screen.node().applyCss();
        if (!isWithin(focusOwner(), screen.node())) {
            screen.node().requestFocus();
        }
    }

    private void coverAndLeaveField(Covers covers) {
        covers.coverAll();
        if (focusOwner() instanceof TextInputControl && !dialogs.isOpen()) {
            navigator.screen().ifPresent(screen -> screen.node().requestFocus());
        }
    }

    private void goToPanel(int step) {
        List<Node> panels = new ArrayList<>();
        navigator.screen().ifPresent(screen -> panels.addAll(screen.panels()));
        panels.add(node.getLeft());
        panels.add(node.getTop());
        Node here = focusOwner();
        int now = 0;
        for (int i = 0; i < panels.size(); i++) {
            if (isWithin(here, panels.get(i))) {
                now = i;
            }
        }
        Node next = panels.get(Math.floorMod(now + step, panels.size()));
        firstFocusable(next).orElse(next).requestFocus();
    }

    private static Optional<Node> firstFocusable(Node within) {
        if (!within.isVisible() || within.isDisabled()) {
            return Optional.empty();
        }
        if (within.isFocusTraversable()) {
            return Optional.of(within);
        }
        return within instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> firstFocusable(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    private @Nullable Node focusOwner() {
        Scene scene = node.getScene();
        return scene == null ? null : scene.getFocusOwner();
    }

    private static boolean isWithin(@Nullable Node node, Node panel) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(panel)) {
                return true;
            }
        }
        return false;
    }
}
