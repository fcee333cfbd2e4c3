package org.moderationdesk.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Tag;

/**
 * The column of places at the window's left edge, and the key sheet beneath them. Its places draw together where the
 * window is low, and beyond that it scrolls: it never asks for more height than there is.
 */
public final class Rail {
    private final VBox column = new VBox();
    private final ScrollPane node = new ScrollPane(column);
    private final Map<String, Place> places = new HashMap<>();

    public Rail(Texts texts, Navigator navigator, Runnable showKeys) {
        column.getStyleClass().addAll("rail", "edge-right");
        column.setAlignment(Pos.TOP_CENTER);
        node.setId("rail");
        node.getStyleClass().add("rail-scroll");
        node.setFitToWidth(true);
        node.setFitToHeight(true);
        node.setHbarPolicy(ScrollBarPolicy.NEVER);
        node.setVbarPolicy(ScrollBarPolicy.NEVER);
        node.setFocusTraversable(false);
        for (Destination destination : navigator.destinations()) {
            Place place = item(destination, navigator);
            places.put(destination.id(), place);
            column.getChildren().add(place.node());
        }
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var keys = new Button(texts.get("shell.rail.keys"), Icons.rail(Icon.KEYS));
        keys.getStyleClass().addAll("rail-item", "quiet");
        keys.setId("rail-keys");
        keys.setContentDisplay(ContentDisplay.TOP);
        keys.setOnAction(_ -> showKeys.run());
        column.getChildren().addAll(space, keys);
    }

    public Node node() {
        return node;
    }

    /** Keeps a number beside a place: how much waits there; nothing is shown for none. */
    public void count(String id, ObservableIntegerValue number, Function<Integer, String> words) {
        Place place = places.get(id);
        if (place == null) {
            return;
        }
        var tag = Tag.count("");
        tag.setId("rail-count-" + id);
        tag.getStyleClass().add("rail-badge");
        tag.setMouseTransparent(true);
        StackPane.setAlignment(tag, Pos.TOP_RIGHT);
        place.node().getChildren().add(tag);
        number.subscribe(now -> {
            tag.setText(Integer.toString(now.intValue()));
            tag.setVisible(now.intValue() > 0);
            place.button()
                    .setAccessibleText(
                            now.intValue() > 0 ? place.button().getText() + ", " + words.apply(now.intValue()) : null);
        });
    }

    /** One place as it stands on the rail. */
    private record Place(StackPane node, ToggleButton button) {}

    private static Place item(Destination destination, Navigator navigator) {
        var button = new ToggleButton(destination.name(), Icons.rail(destination.icon()));
        button.getStyleClass().addAll("rail-item", "quiet");
        button.setId("rail-" + destination.id());
        button.setContentDisplay(ContentDisplay.TOP);
        int number = navigator.destinations().indexOf(destination) + 1;
        button.setAccessibleHelp(new KeyHint("Ctrl " + number).getText());
        button.setOnAction(_ -> {
            navigator.go(destination.id());
            button.setSelected(true);
        });
        var edge = new Region();
        edge.getStyleClass().add("rail-edge");
        edge.setMouseTransparent(true);
        edge.visibleProperty().bind(button.selectedProperty());
        navigator
                .current()
                .subscribe(here -> button.setSelected(here != null && here.id().equals(destination.id())));
        var place = new StackPane(button, edge);
        StackPane.setAlignment(edge, Pos.CENTER_LEFT);
        place.getStyleClass().add("rail-place");
        return new Place(place, button);
    }
}
