package org.moderationdesk.shell;

import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Tone;

/** Within the field that names the desk, at its end, how that desk stands. */
final class DeskStateWords {
    private final Texts texts;
    private final ComboBox<?> field;
    private final Label state = new Label();

    <T> DeskStateWords(Texts texts, ComboBox<T> field) {
        this.texts = texts;
        this.field = field;
        state.setId("desk-state");
        state.getStyleClass().addAll("size-12", "muted");
        state.setMinWidth(Region.USE_PREF_SIZE);
        field.getStyleClass().add("desk-choice");
        field.setButtonCell(new NamedWithState<>(field, state));
        say("shell.desk.connecting", Icon.WAITING, null);
    }

    /** This computer's own: whoever is asked to sign in has it open. */
    void open() {
        say("shell.desk.opened", Icon.WELL, Tone.SUCCESS);
    }

    void show(DeskReach.State now) {
        switch (now) {
            case DeskReach.State.Connecting _ -> say("shell.desk.connecting", Icon.WAITING, null);
            case DeskReach.State.Connected _ -> say("shell.desk.connected", Icon.WELL, Tone.SUCCESS);
            case DeskReach.State.NotReached lost ->
                say(lost.asking() ? "shell.desk.connecting" : "shell.desk.not-reached", Icon.TROUBLE, Tone.ATTENTION);
        }
    }

    private void say(String key, Icon icon, @Nullable Tone tone) {
        String words = texts.get(key);
        var drawn = Icons.small(icon);
        if (tone != null) {
            drawn.getStyleClass().add(tone.styleClass());
        }
        state.setText(words);
        state.setGraphic(drawn);
        field.setAccessibleText(texts.get("shell.desk") + ", " + words);
    }

    private static final class NamedWithState<T> extends ListCell<T> {
        private final ComboBox<T> field;
        private final Label name = new Label();
        private final HBox line;

        NamedWithState(ComboBox<T> field, Label state) {
            this.field = field;
            name.setGraphic(Icons.small(Icon.DESK));
            name.setMinWidth(0);
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            line = new HBox(name, space, state);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("gap-8");
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (item == null || empty) {
                setGraphic(null);
            } else {
                name.setText(field.getConverter().toString(item));
                setGraphic(line);
            }
        }

        /** As wide as the field leaves it, so that the state stands at its end. */
        @Override
        protected void layoutChildren() {
            line.setPrefWidth(getWidth() - snappedLeftInset() - snappedRightInset());
            super.layoutChildren();
        }
    }
}
