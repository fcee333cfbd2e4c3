package org.moderationdesk.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A field under its name, and beneath it in words what is wrong with what was entered. JavaFX thread only. */
public final class CheckedField extends VBox {
    private static final String WRONG = "wrong";

    private final List<Control> controls;
    private final Label problem = DoorPanel.words("", "field-problem");

    public CheckedField(String name, Control control) {
        this(name, control, List.of(control));
    }

    /**
     * @param shown what lies under the name
     * @param controls those of it that are marked; the first of them gets the focus, and carries the name
     */
    public CheckedField(String name, Node shown, List<? extends Control> controls) {
        this.controls = List.copyOf(controls);
        Control first = this.controls.getFirst();
        first.setAccessibleText(name);
        var label = new Label(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(first);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        problem.visibleProperty().bind(problem.managedProperty());
        getChildren().addAll(label, shown, problem);
        getStyleClass().add("gap-4");
        setMinWidth(0);
    }

    /** @param sentence what is wrong; empty for nothing */
    public void say(String sentence) {
        problem.setText(sentence);
        for (Control control : controls) {
            control.getStyleClass().remove(WRONG);
            if (!sentence.isEmpty()) {
                control.getStyleClass().add(WRONG);
            }
        }
        controls.getFirst().setAccessibleHelp(sentence.isEmpty() ? null : sentence);
    }

    /** What is said to be wrong; empty for nothing. */
    public String said() {
        return problem.getText();
    }

    public void focus() {
        controls.getFirst().requestFocus();
    }
}
