package org.moderationdesk.staff.view;

import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;

/** A password being typed: hidden, shown while one wants to read it back, and a word when Caps Lock is on. */
final class PasswordBox extends VBox {
    private final PasswordField hidden = new PasswordField();
    private final TextField open = new TextField();
    private final Label caps;
    private final BooleanSupplier capsLock;

    /**
     * @param id of the field in which it is typed
     * @param name what it is for, in the person's language
     */
    PasswordBox(Texts texts, String id, String name) {
        this(texts, id, name, () -> Platform.isKeyLocked(KeyCode.CAPS).orElse(false));
    }

    PasswordBox(Texts texts, String id, String name, BooleanSupplier capsLock) {
        this.capsLock = capsLock;
        getStyleClass().add("gap-4");
        var label = new Label(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(hidden);
        hidden.setId(id);
        hidden.setAccessibleText(name);
        open.setAccessibleText(name);
        open.setVisible(false);
        open.textProperty().bindBidirectional(hidden.textProperty());
        caps = new Label(texts.get("staff.caps"), Icons.small(Icon.TROUBLE));
        caps.setId(id + "-caps");
        caps.getStyleClass().addAll("size-12", "tone-attention");
        caps.setVisible(false);
        caps.managedProperty().bind(caps.visibleProperty());
        var fields = new StackPane(hidden, open);
        HBox.setHgrow(fields, Priority.ALWAYS);
        var box = new HBox(fields, eye(texts, id));
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().addAll("field", "password-box");
        getChildren().addAll(label, box, caps);
        addEventFilter(KeyEvent.KEY_RELEASED, _ -> lookAtCaps());
        hidden.focusedProperty().subscribe(this::lookAtCaps);
        open.focusedProperty().subscribe(this::lookAtCaps);
    }

    private Button eye(Texts texts, String id) {
        var eye = new Button(null, Icons.small(Icon.REVEALED));
        eye.setId(id + "-show");
        eye.getStyleClass().addAll("quiet", "icon-only");
        eye.setAccessibleText(texts.get("staff.password.show"));
        eye.setOnAction(_ -> {
            boolean show = !open.isVisible();
            open.setVisible(show);
            hidden.setVisible(!show);
            eye.setGraphic(Icons.small(show ? Icon.COVERED : Icon.REVEALED));
            eye.setAccessibleText(texts.get(show ? "staff.password.hide" : "staff.password.show"));
            focusField();
        });
        return eye;
    }

    private void lookAtCaps() {
        caps.setVisible((hidden.isFocused() || open.isFocused()) && capsLock.getAsBoolean());
    }

    String text() {
        return hidden.getText();
    }

    void clear() {
        hidden.clear();
    }

    boolean isEmpty() {
        return hidden.getText().isEmpty();
    }

    void onEnter(Runnable act) {
        hidden.setOnAction(_ -> act.run());
        open.setOnAction(_ -> act.run());
    }

    void focusField() {
        TextInputControl field = open.isVisible() ? open : hidden;
        field.requestFocus();
        field.end();
    }
}
