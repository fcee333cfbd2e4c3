package org.moderationdesk.fx;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/**
 * A list under its name, the parts of it that can be listed, and what it counts; in its place what there is to say while it
 * is fetched, when it is empty, or when the store does not answer. JavaFX thread only.
 */
public final class ListPane<T> extends VBox {
    private static final int BARS = 6;

    private final String id;
    private final Words words;
    private final ListedRows<T> rows;
    private final ListView<T> list;
    private final Runnable refresh;
    private final VBox head;
    private final Label counts = new Label();
    private final StackPane body = new StackPane();
    private boolean changing;

    /**
     * What it says.
     *
     * @param name what it lists
     * @param refresh asking the store anew
     * @param loading for a screen reader, while it is fetched
     * @param lost where the store does not answer, and what is safe then
     * @param again the button that asks anew
     */
    public record Words(String name, String refresh, String loading, String lost, String safe, String again) {}

    /**
     * @param id of the list, before that of each part
     * @param cell makes a cell for a row
     * @param refresh asks the store anew
     */
    public ListPane(String id, Words words, ListedRows<T> rows, Supplier<ListCell<T>> cell, Runnable refresh) {
        this.id = id;
        this.words = words;
        this.rows = rows;
        this.refresh = refresh;
        list = new ListView<>(rows.rows());
        list.setCellFactory(_ -> cell.get());
        list.setId(id + "-list");
        list.setAccessibleText(words.name());
        list.getStyleClass().add("case-list");
        counts.setId(id + "-counts");
        counts.getStyleClass().addAll("muted", "size-12");
        counts.setWrapText(true);
        counts.setMinHeight(Region.USE_PREF_SIZE);
        head = new VBox(ListHead.of(words.name(), id + "-refresh", words.refresh(), refresh), counts);
        head.getStyleClass().add("queue-top");
        setId(id + "-pane");
        setAccessibleText(words.name());
        setFocusTraversable(true);
        getStyleClass().add("approvals-pane");
        getChildren().addAll(head, body);
        VBox.setVgrow(body, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!changing && row != null) {
                rows.select(row);
            }
        });
        rows.selectedProperty().subscribe(this::choose);
    }

    /** The list itself. */
    public ListView<T> list() {
        return list;
    }

    /**
     * Lets one choose what of it is listed.
     *
     * @param nameOf of each part, in the person's language
     * @param keyOf the key of each part, as {@link Keys} writes it
     * @return the button of each part
     */
    public <P extends Enum<P>> Map<P, ToggleButton> parts(
            Class<P> parts, Function<P, String> nameOf, Function<P, String> keyOf, Consumer<P> onGo) {
        Map<P, ToggleButton> buttons = new EnumMap<>(parts);
        var segments = new SegmentedButton();
        for (P part : parts.getEnumConstants()) {
            var button = new ToggleButton(nameOf.apply(part), new KeyHint(keyOf.apply(part)));
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

    private void choose(@Nullable T row) {
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
    public void show(EmptyState empty) {
        Node shown =
                switch (rows.stateProperty().get()) {
                    case LOADING -> new Loading(BARS, words.loading());
                    case LOST -> lost();
                    case THERE -> list.getItems().isEmpty() ? empty : list;
                };
        body.getChildren().setAll(shown);
    }

    private Node lost() {
        var state = new EmptyState(
                Icon.TROUBLE, words.lost(), words.safe(), KeyButton.of(id + "-again", words.again(), "F5", refresh));
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
