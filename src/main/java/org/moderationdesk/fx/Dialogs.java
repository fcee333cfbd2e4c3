package org.moderationdesk.fx;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;

/**
 * Questions and forms within the window, above everything else in it; one at a time, a new one takes the place of the
 * old. Esc leaves it, and the focus goes back where it was. JavaFX thread only.
 */
public final class Dialogs {
    private static final KeyCombination ENTER = new KeyCodeCombination(KeyCode.ENTER);

    private final StackPane layer;
    private final Texts texts;
    private @Nullable Node veil;
    private @Nullable Node focusBefore;
    private final ChangeListener<@Nullable Node> keeping = (_, _, now) -> keepFocus(now);
    // The scene outlives a workplace and its questions.
    private final WeakChangeListener<@Nullable Node> kept = new WeakChangeListener<>(keeping);

    /** @param layer the window's outermost pane, on top of which questions are laid */
    public Dialogs(StackPane layer, Texts texts) {
        this.layer = layer;
        this.texts = texts;
    }

    /** Tells something that needs no answer. */
    public void tell(String title, String sentence) {
        show(title, sentence(sentence), row(closing("fx.dialog.close")), null);
    }

    /** Shows more than a sentence: a table, a key sheet. */
    public void show(String title, Node content) {
        show(title, content, row(closing("fx.dialog.close")), null);
    }

    /** Shows more than a sentence, with a button that leaves it in other words than "Close". */
    public void show(String title, Node content, String leaveWords) {
        var leave = closing("fx.dialog.close");
        leave.setText(leaveWords);
        show(title, content, row(leave), null);
    }

    /** Asks whether to go ahead; the button is named after the act. */
    public void confirm(String title, String sentence, String act, Runnable onYes) {
        form(title, sentence(sentence), act, () -> {
            onYes.run();
            return Optional.empty();
        });
    }

    /**
     * Asks for what a form holds.
     *
     * @param act what the button says and does
     * @param onAct does it; answers with a sentence when the form cannot be taken as it is, and then stays open
     */
    public void form(String title, Node content, String act, Supplier<Optional<String>> onAct) {
        var problem = new Label();
        problem.getStyleClass().addAll("field-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        var go = new Button(act);
        go.setId("dialog-act");
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        if (hasArea(content)) {
            go.setGraphic(KeyHint.of(SendKey.KEYS));
            go.setContentDisplay(ContentDisplay.RIGHT);
        }
        go.setOnAction(_ -> {
            Node mine = veil;
            Optional<String> wrong = onAct.get();
            wrong.ifPresent(problem::setText);
            if (wrong.isEmpty() && Objects.equals(mine, veil)) {
                close();
            }
        });
        show(title, new VBox(content, problem), row(closing("fx.dialog.cancel"), go), go);
    }

    public boolean isOpen() {
        return veil != null;
    }

    public void close() {
        if (veil != null) {
            layer.getChildren().remove(veil);
            veil = null;
            if (layer.getScene() != null) {
                layer.getScene().focusOwnerProperty().removeListener(kept);
            }
            if (focusBefore != null) {
                focusBefore.requestFocus();
                focusBefore = null;
            }
        }
    }

    /** @param act what Enter does in a field that does not want it; null for nothing */
    private void show(String title, Node content, Node buttons, @Nullable Button act) {
        Node before = layer.getScene() == null ? null : layer.getScene().getFocusOwner();
        boolean first = veil == null;
        if (!first) {
            layer.getChildren().remove(veil);
        }
        var heading = new Label(title);
        heading.getStyleClass().addAll("strong", "size-16");
        heading.setWrapText(true);
        var box = new VBox(heading, content, buttons);
        box.getStyleClass().add("dialog");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.setAccessibleText(title);
        VBox.setVgrow(content, Priority.ALWAYS);
        var shown = new StackPane(box);
        shown.getStyleClass().add("dialog-veil");
        shown.setId("dialog");
        shown.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            leaveOnEscape(event);
            // A choice takes Enter for itself, though it is chosen already by whatever led to it.
            if (ENTER.match(event) && event.getTarget() instanceof RadioButton && act != null) {
                event.consume();
                act.fire();
            }
        });
        if (act != null && act.getGraphic() != null) {
            var send = new SendKey();
            shown.addEventFilter(KeyEvent.ANY, event -> {
                if (send.isSent(event)) {
                    event.consume();
                    act.fire();
                }
            });
        }
        shown.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            // Keys of the screens beneath must not act while the question stands, nor those of the scene: Enter
            // neither.
            event.consume();
            Button wanted = event.getTarget() instanceof Button focused ? focused : act;
            if (ENTER.match(event) && wanted != null) {
                wanted.fire();
            }
        });
        veil = shown;
        if (first) {
            focusBefore = before;
        }
        layer.getChildren().add(shown);
        shown.applyCss();
        focusFirst(content, buttons);
        if (first && layer.getScene() != null) {
            layer.getScene().focusOwnerProperty().addListener(kept);
        }
    }

    /** What a screen beneath has begun, or Tab, takes the focus to where keys would act behind the question. */
    private void keepFocus(@Nullable Node now) {
        if (isBehind(now)) {
            Platform.runLater(() -> {
                Node shown = veil;
                if (shown != null && isBehind(shown.getScene().getFocusOwner())) {
                    focusable(shown).ifPresent(Node::requestFocus);
                }
            });
        }
    }

    /** Behind the question; not where the lock has covered both. */
    private boolean isBehind(@Nullable Node focused) {
        Node shown = veil;
        return shown != null
                && focused != null
                && shown.getScene() != null
                && isSeen(shown)
                && !isWithin(focused, shown);
    }

    private static boolean isSeen(Node node) {
        boolean seen = true;
        for (Node one = node; one != null && seen; one = one.getParent()) {
            seen = one.isVisible();
        }
        return seen;
    }

    private static boolean isWithin(Node node, Node outer) {
        Node one = node;
        while (one != null && !Objects.equals(one, outer)) {
            one = one.getParent();
        }
        return one != null;
    }

    private void leaveOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
        }
    }

    private static void focusFirst(Node content, Node buttons) {
        focusable(content).or(() -> focusable(buttons)).ifPresent(Node::requestFocus);
    }

    private static Optional<Node> focusable(Node node) {
        if (node.isFocusTraversable() && !node.isDisabled()) {
            return Optional.of(node);
        }
        if (node instanceof Parent parent) {
            return parent.getChildrenUnmodifiable().stream()
                    .map(Dialogs::focusable)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return Optional.empty();
    }

    private static boolean hasArea(Node node) {
        return switch (node) {
            case TextArea _ -> true;
            case ScrollPane page -> page.getContent() != null && hasArea(page.getContent());
            case Parent parent -> parent.getChildrenUnmodifiable().stream().anyMatch(Dialogs::hasArea);
            default -> false;
        };
    }

    private static Label sentence(String words) {
        var label = new Label(words);
        label.getStyleClass().add("dialog-sentence");
        label.setWrapText(true);
        return label;
    }

    private Button closing(String key) {
        var button = new Button(texts.get(key));
        button.setId("dialog-leave");
        button.setCancelButton(true);
        button.setOnAction(_ -> close());
        return button;
    }

    private static HBox row(Node... buttons) {
        var row = new HBox(buttons);
        row.getStyleClass().add("dialog-buttons");
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }
}
