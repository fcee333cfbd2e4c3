package org.moderationdesk.fx;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ScrollPaneSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The panel that stands where the desk will be: its mark, a sentence, and what there is to do. */
public final class DoorPanel {
    /** The height of a line, in sizes of its font. */
    private static final double LINE = 1.25;

    private final VBox panel = new VBox();
    private final HBox node = new HBox();

    /** @param title the name of the desk, beside its mark */
    public DoorPanel(String title, String sentence) {
        var name = new Label(title);
        name.getStyleClass().addAll("strong", "size-20");
        var mark = new HBox(new AppMark(32), name);
        mark.getStyleClass().add("door-title");
        // Gives way first where the window is low.
        var above = new Region();
        above.getStyleClass().add("door-above");
        panel.getChildren().addAll(above, mark, words(sentence, "muted", "door-sentence"));
        panel.getStyleClass().addAll("door-panel", "edge-right");
        panel.setId("door");
        var side = new Region();
        side.getStyleClass().add("door-side");
        HBox.setHgrow(side, Priority.ALWAYS);
        node.getChildren().addAll(page(), side);
        node.getStyleClass().add("door");
    }

    /** Moves where the window is too low for all that there is to say. */
    private ScrollPane page() {
        var page = new ScrollPane(panel);
        page.setFitToWidth(true);
        page.setFitToHeight(true);
        page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        page.getStyleClass().add("door-page");
        // At once, so that what is in it can take the focus before the first frame.
        page.setSkin(new ScrollPaneSkin(page));
        page.setMinWidth(Region.USE_PREF_SIZE);
        return page;
    }

    public HBox node() {
        return node;
    }

    public DoorPanel with(Node... parts) {
        panel.getChildren().addAll(List.of(parts));
        return this;
    }

    /** What stands at the panel's foot, at its left and its right. */
    public DoorPanel foot(Node left, Node... right) {
        var down = new Region();
        VBox.setVgrow(down, Priority.ALWAYS);
        var across = new Region();
        HBox.setHgrow(across, Priority.ALWAYS);
        var foot = new HBox(left, across);
        foot.getChildren().addAll(right);
        foot.getStyleClass().add("door-foot");
        panel.getChildren().addAll(down, foot);
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
        var label = words(words, "muted", "size-12", "door-note");
        var drawn = Icons.small(icon);
        // Beside the first line, not beside the middle of all.
        drawn.translateYProperty()
                .bind(label.heightProperty()
                        .subtract(Bindings.createDoubleBinding(
                                () -> label.getFont().getSize() * LINE, label.fontProperty()))
                        .divide(-2));
        label.setGraphic(drawn);
        label.setGraphicTextGap(8);
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
