package org.moderationdesk.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;

/** The panel that stands where the desk will be: its mark, a sentence, and what there is to do. */
final class DoorPanel {
    private final VBox panel = new VBox();
    private final HBox node = new HBox(panel);

    DoorPanel(Texts texts, String sentence) {
        var name = new Label(texts.get("shell.app"));
        name.getStyleClass().addAll("strong", "size-20");
        var title = new HBox(new AppMark(32), name);
        title.getStyleClass().add("door-title");
        panel.getChildren().addAll(title, words(sentence, "muted"));
        panel.getStyleClass().addAll("door-panel", "edge-right");
        panel.setId("door");
        var side = new Region();
        side.getStyleClass().add("door-side");
        HBox.setHgrow(side, Priority.ALWAYS);
        node.getChildren().add(side);
        node.getStyleClass().add("door");
    }

    HBox node() {
        return node;
    }

    DoorPanel with(Node... parts) {
        panel.getChildren().addAll(List.of(parts));
        return this;
    }

    static Label words(String words, String... styles) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Label note(Icon icon, String words) {
        var label = words(words, "muted", "size-12");
        label.setGraphic(Icons.small(icon));
        label.setGraphicTextGap(10);
        label.setAlignment(Pos.TOP_LEFT);
        return label;
    }

    static VBox field(String name, Node control) {
        var label = new Label(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        var box = new VBox(label, control);
        box.getStyleClass().add("gap-4");
        return box;
    }

    static Button button(String id, String words, Runnable act) {
        var button = new Button(words);
        button.setId(id);
        button.setOnAction(_ -> act.run());
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }
}
