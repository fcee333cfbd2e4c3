package org.moderationdesk.fx;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.moderationdesk.base.Texts;

/**
 * A list under its name, the parts of it that can be listed, and what it counts; in its place what there is to say while it
 * is fetched, when it is empty, or when the store does not answer. JavaFX thread only.
 */
public final class ListPane<T> extends VBox {
    private static final int BARS = 6;

    private final String id;
    private final String key;
    private final Texts texts;
    private final ListView<T> list;
    private final Runnable refresh;
    private final VBox head;
    private final Label counts = new Label();
    private final StackPane body = new StackPane();
    private boolean changing;

    /** What such a list shows. */
    public enum State {
        LOADING,
        THERE,
        /** The store did not answer. */
        LOST
    }

    /**
     * @param id of the list, before that of each part
     * @param key of its texts, before {@code .list}, {@code .key.refresh}, {@code .loading}, {@code .lost},
     *     {@code .lost.sentence} and {@code .again}
     * @param refresh asks the store anew
     */
    public ListPane(String id, String key, Texts texts, ListView<T> list, Runnable refresh) {
        this.id = id;
        this.key = key;
        this.texts = texts;
        this.list = list;
        this.refresh = refresh;
        String name = texts.get(key + ".list");
        list.setId(id + "-list");
        list.setAccessibleText(name);
        list.getStyleClass().add("case-list");
        counts.setId(id + "-counts");
        counts.getStyleClass().addAll("muted", "size-12");
        counts.setWrapText(true);
        counts.setMinHeight(Region.USE_PREF_SIZE);
        head = new VBox(ListHead.of(name, id + "-refresh", texts.get(key + ".key.refresh"), refresh), counts);
        head.getStyleClass().add("queue-top");
        setId(id + "-pane");
        setAccessibleText(name);
        setFocusTraversable(true);
        getStyleClass().add("approvals-pane");
        getChildren().addAll(head, body);
        VBox.setVgrow(body, Priority.ALWAYS);
    }

    /**
     * Lets one choose what of it is listed.
     *
     * @param keyOf the key of each part, as {@link Keys} writes it
     * @return the button of each part
     */
    public <P extends Enum<P>> Map<P, ToggleButton> parts(Class<P> parts, Function<P, String> keyOf, Consumer<P> onGo) {
        Map<P, ToggleButton> buttons = new EnumMap<>(parts);
        var segments = new SegmentedButton();
        for (P part : parts.getEnumConstants()) {
            var button = new ToggleButton(texts.get(key + ".part." + part), new KeyHint(keyOf.apply(part)));
            button.setId(id + "-part-" + part);
            button.setContentDisplay(ContentDisplay.RIGHT);
            button.setOnAction(_ -> {
                button.setSelected(true);
                onGo.accept(part);
            });
            buttons.put(part, button);
            segments.getButtons().add(button);
        }
        segments.setId(id + "-parts");
        head.getChildren().add(1, segments);
        return buttons;
    }

    /** What can be begun from here, at its foot. */
    public void foot(Node... buttons) {
        var foot = new FlowPane(buttons);
        foot.getStyleClass().addAll("list-foot", "edge-top", "gap-8");
        foot.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(foot);
    }

    /** Told what somebody chooses in the list, and not what {@link #choose} does. */
    public void onChoice(Consumer<T> told) {
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!changing && row != null) {
                told.accept(row);
            }
        });
    }

    /** @param row null for none */
    public void choose(T row) {
        changing = true;
        if (row == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(row);
            list.scrollTo(row);
        }
        changing = false;
    }

    /** @param empty what stands there when nothing is listed */
    public void show(State state, EmptyState empty) {
        Node shown =
                switch (state) {
                    case LOADING -> new Loading(BARS, texts.get(key + ".loading"));
                    case LOST -> lost();
                    case THERE -> list.getItems().isEmpty() ? empty : list;
                };
        body.getChildren().setAll(shown);
    }

    private Node lost() {
        var state = new EmptyState(
                Icon.TROUBLE,
                texts.get(key + ".lost"),
                texts.get(key + ".lost.sentence"),
                KeyButton.of(id + "-again", texts.get(key + ".again"), "F5", refresh));
        state.setId(id + "-lost");
        return state;
    }

    public void count(String words) {
        counts.setText(words);
    }

    /** Draws the rows anew, whose clocks have gone on. */
    public void tick() {
        list.refresh();
    }

    public void focusList() {
        if (list.getScene() != null && !list.getItems().isEmpty()) {
            list.requestFocus();
        } else {
            requestFocus();
        }
    }
}
