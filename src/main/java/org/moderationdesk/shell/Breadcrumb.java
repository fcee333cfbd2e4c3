package org.moderationdesk.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import org.moderationdesk.fx.FittingRow;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Screen;

/** Where one is: the screen, and the place within it. In a narrow window earlier parts are given up before the last is cut. */
final class Breadcrumb {
    private final FittingRow node = new FittingRow();
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
        List<Node> shown = new ArrayList<>();
        List<Consumer<Boolean>> earlier = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            var part = new Label(parts.get(i));
            part.getStyleClass().addAll("size-12", last ? "strong" : "muted");
            shown.add(part);
            if (!last) {
                Node arrow = Icons.small(Icon.GO_INTO);
                shown.add(arrow);
                earlier.add(FittingRow.part(part).andThen(FittingRow.part(arrow)));
            }
        }
        node.getChildren().setAll(shown);
        // The screen's own name goes last.
        Collections.rotate(earlier, -1);
        node.dispensable(earlier);
    }
}
