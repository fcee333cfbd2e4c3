package org.moderationdesk.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Screen;

/** Screens that share a place, of which one is seen, each behind its name and key. A single one stands alone. JavaFX thread only. */
public final class TabbedScreen implements Screen {
    private final String title;
    private final List<Tab> tabs;
    private final Map<String, ToggleButton> buttons = new HashMap<>();
    private final StackPane body = new StackPane();
    private final VBox root = new VBox();
    private final Keys keys;
    private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(List.of());
    private Subscription following = Subscription.EMPTY;
    private Tab seen;
    private boolean inFront;

    /**
     * One of the screens.
     *
     * @param key as {@link Keys} writes it
     */
    public record Tab(String id, String key, Screen screen) {}

    /** @param tabs at least one; the first is seen first */
    public TabbedScreen(String id, String title, List<Tab> tabs) {
        this.title = title;
        this.tabs = List.copyOf(tabs);
        seen = this.tabs.getFirst();
        keys = new Keys(title);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        if (tabs.size() > 1) {
            root.getChildren().add(head(id));
            keys.listenOn(root);
        }
        root.getChildren().add(body);
        root.setId(id + "-tabs");
        put();
    }

    private Node head(String id) {
        var segments = new SegmentedButton();
        segments.setId(id + "-parts");
        for (Tab tab : tabs) {
            var hint = KeyHint.of(new Keys("")
                    .on(tab.key(), "", () -> {})
                    .bindings()
                    .getFirst()
                    .keys());
            var button = new ToggleButton(tab.screen().title(), hint);
            button.setId(id + "-part-" + tab.id());
            button.setContentDisplay(ContentDisplay.RIGHT);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> go(tab.id()));
            buttons.put(tab.id(), button);
            segments.getButtons().add(button);
            keys.on(tab.key(), tab.screen().title(), () -> go(tab.id()));
        }
        var head = new HBox(segments);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("quality-head", "edge-bottom");
        head.setMinHeight(Region.USE_PREF_SIZE);
        return head;
    }

    /** Keeps a number behind the name of a screen: how much waits there; none where nothing does. */
    public void count(String tabId, ObservableIntegerValue number) {
        ToggleButton button = buttons.get(tabId);
        if (button != null) {
            String name = button.getText();
            number.subscribe(now -> button.setText(now.intValue() > 0 ? name + " (" + now + ")" : name));
        }
    }

    /** Shows the screen of this id, if it is one of these. */
    public void go(String tabId) {
        Tab before = seen;
        tabs.stream().filter(tab -> tab.id().equals(tabId)).findFirst().ifPresent(tab -> seen = tab);
        boolean other = !seen.equals(before);
        if (other && inFront) {
            before.screen().hidden();
        }
        put();
        if (other && inFront) {
            // Without a skin a part of it has no scene, and so cannot take the focus.
            body.applyCss();
            seen.screen().shown();
        }
    }

    private void put() {
        ToggleButton button = buttons.get(seen.id());
        if (button != null) {
            button.setSelected(true);
        }
        if (!body.getChildren().contains(seen.screen().node())) {
            body.getChildren().setAll(seen.screen().node());
        }
        following.unsubscribe();
        following = seen.screen().path().subscribe(this::tell);
    }

    private void tell(List<String> within) {
        List<String> parts = new ArrayList<>(within);
        if (!Objects.equals(seen.screen().title(), title)) {
            parts.addFirst(seen.screen().title());
        }
        path.set(List.copyOf(parts));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public ObservableValue<List<String>> path() {
        return path.getReadOnlyProperty();
    }

    @Override
    public List<Keys> keys() {
        List<Keys> all = new ArrayList<>(seen.screen().keys());
        if (tabs.size() > 1) {
            all.addFirst(keys);
        }
        return all;
    }

    @Override
    public List<Node> panels() {
        return seen.screen().panels();
    }

    @Override
    public void shown() {
        inFront = true;
        seen.screen().shown();
    }

    @Override
    public void hidden() {
        inFront = false;
        seen.screen().hidden();
    }

    @Override
    public void changed() {
        seen.screen().changed();
    }
}
