package org.moderationdesk.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Screen;

/** Where one is: the screen, and the place within it. */
final class Breadcrumb {
    private final HBox node = new HBox();
    private Subscription following = Subscription.EMPTY;

    Breadcrumb(Navigator navigator) {
        node.getStyleClass().add("breadcrumb");
        node.setAlignment(Pos.CENTER_LEFT);
        node.setId("breadcrumb");
        navigator.current().subscribe(_ -> {
            following.unsubscribe();
            navigator.screen().ifPresent(this::follow);
        });
    }

    Node node() {
        return node;
    }

    private void follow(Screen screen) {
        following = screen.path().subscribe(path -> show(screen.title(), path));
    }

    private void show(String title, List<String> path) {
        var parts = new ArrayList<>(path);
        parts.addFirst(title);
        node.getChildren().clear();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                node.getChildren().add(Icons.small(Icon.GO_INTO));
            }
            var part = new Label(parts.get(i));
            part.getStyleClass().addAll("size-12", i == parts.size() - 1 ? "strong" : "muted");
            if (i == 0) {
                part.setMinWidth(Region.USE_PREF_SIZE);
            }
            node.getChildren().add(part);
        }
    }
}
