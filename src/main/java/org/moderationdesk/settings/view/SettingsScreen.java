package org.moderationdesk.settings.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Screen;

/** What can be set, in one page. */
public final class SettingsScreen implements Screen {
    private final Texts texts;
    private final BorderPane node = new BorderPane();
    private final List<Keys> keys;

    /** @param cards in the order in which they are shown */
    public SettingsScreen(Texts texts, List<SettingsCard> cards) {
        this.texts = texts;
        var title = new Label(title());
        title.getStyleClass().addAll("strong", "size-16");
        var head = new HBox(title);
        head.getStyleClass().addAll("screen-head", "edge-bottom");
        head.setAlignment(Pos.CENTER_LEFT);
        var page = new VBox();
        page.getStyleClass().add("settings-page");
        cards.forEach(card -> page.getChildren().add(card.node()));
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setId("settings");
        node.setTop(head);
        node.setCenter(scroll);
        keys = cards.stream().flatMap(card -> card.keys().stream()).toList();
        keys.forEach(one -> one.listenOn(node));
    }

    @Override
    public List<Keys> keys() {
        return keys;
    }

    @Override
    public String title() {
        return texts.get("settings.title");
    }

    @Override
    public Node node() {
        return node;
    }
}
