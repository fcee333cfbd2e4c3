package org.moderationdesk.fx;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The panel that stands where the desk will be: its mark, a sentence, and what there is to do. */
public final class DoorPanel {
    private final VBox panel = new VBox();
    private final HBox node = new HBox(panel);

    /** @param title the name of the desk, beside its mark */
    public DoorPanel(String title, String sentence) {
        var name = new Label(title);
        name.getStyleClass().addAll("strong", "size-20");
        var mark = new HBox(new AppMark(32), name);
        mark.getStyleClass().add("door-title");
        panel.getChildren().addAll(mark, words(sentence, "muted"));
        panel.getStyleClass().addAll("door-panel", "edge-right");
        panel.setId("door");
        var side = new Region();
        side.getStyleClass().add("door-side");
        HBox.setHgrow(side, Priority.ALWAYS);
        node.getChildren().add(side);
        node.getStyleClass().add("door");
    }

    public HBox node() {
        return node;
    }

    public DoorPanel with(Node... parts) {
        panel.getChildren().addAll(List.of(parts));
        return this;
    }

    public static Label words(String words, String... styles) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    public static Label note(Icon icon, String words) {
        var label = words(words, "muted", "size-12");
        label.setGraphic(Icons.small(icon));
        label.setGraphicTextGap(10);
        label.setAlignment(Pos.TOP_LEFT);
        return label;
    }

    /** The hairline between what there is to do and what there is to know. */
    public static Region rule() {
        var rule = new Region();
        rule.getStyleClass().add("door-rule");
        return rule;
    }

    public static VBox field(String name, Node control) {
        var label = new Label(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        var box = new VBox(label, control);
        box.getStyleClass().add("gap-4");
        return box;
    }

    public static Button button(String id, String words, Runnable act) {
        var button = new Button(words);
        button.setId(id);
        button.setOnAction(_ -> act.run());
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }
}
