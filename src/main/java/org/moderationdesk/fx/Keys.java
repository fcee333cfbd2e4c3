package org.moderationdesk.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/**
 * The keys of one panel or screen, in the order in which the key sheet lists them. A key without Ctrl or Alt works only
 * while no text field has the focus; Ctrl with a letter that a text field needs itself (A, C, V, X, Y, Z) likewise.
 * Plain keys are offered to the focused control first; all others come before any control. JavaFX thread only.
 */
public final class Keys {
    private static final List<KeyCode> OF_TEXT_FIELDS =
            List.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.Y, KeyCode.Z);

    private final String title;
    private final List<Binding> bindings = new ArrayList<>();

    /** @param title heading on the key sheet, in the person's language */
    public Keys(String title) {
        this.title = title;
    }

    /**
     * One key and its act.
     *
     * @param words what it does, in the person's language
     * @param works asked at every press; while it says no, the key is left to others
     * @param shared whether others get the key as well
     */
    public record Binding(KeyCombination keys, String words, Runnable act, BooleanSupplier works, boolean shared) {}

    /** Adds a key, such as {@code "Y"}, {@code "Shortcut+K"}, {@code "Shift+N"}, {@code "F1"} or {@code "Esc"}. */
    public Keys on(String key, String words, Runnable act) {
        return on(key, words, act, () -> true);
    }

    public Keys on(String key, String words, Runnable act, BooleanSupplier works) {
        bindings.add(new Binding(combination(key), words, act, works, false));
        return this;
    }

    /** Tells of a key that the controls themselves act on, such as Tab. */
    public Keys told(String key, String words) {
        return on(key, words, () -> {}, () -> false);
    }

    /** Adds a key that acts and then goes on to whoever else wants it, as Esc does: it covers and also closes. */
    public Keys alongside(String key, String words, Runnable act) {
        bindings.add(new Binding(combination(key), words, act, () -> true, true));
        return this;
    }

    public String title() {
        return title;
    }

    public List<Binding> bindings() {
        return List.copyOf(bindings);
    }

    /** Acts on keys pressed while the focus is within this node. */
    public void listenOn(Node node) {
        node.addEventFilter(KeyEvent.KEY_PRESSED, event -> handle(event, true, node.getScene()));
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> handle(event, false, node.getScene()));
    }

    /** Acts on keys pressed anywhere in the window. */
    public void listenOn(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> handle(event, true, scene));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> handle(event, false, scene));
    }

    private void handle(KeyEvent event, boolean beforeControls, Scene scene) {
        for (Binding binding : bindings) {
            boolean plain = isPlain(binding.keys());
            if (plain != beforeControls
                    && binding.keys().match(event)
                    && !(isTyping(event.getTarget()) && belongsToTyping(binding.keys(), plain))
                    && binding.works().getAsBoolean()) {
                if (binding.shared()) {
                    binding.act().run();
                    continue;
                }
                event.consume();
                TypedSwallowed.once(scene);
                binding.act().run();
                return;
            }
        }
    }

    /** Whether keys now go into a text. */
    private static boolean isTyping(EventTarget target) {
        return switch (target) {
            case TextInputControl text -> text.isEditable();
            case ComboBox<?> box -> box.isEditable();
            case Spinner<?> spinner -> spinner.isEditable();
            case null, default -> false;
        };
    }

    private static boolean belongsToTyping(KeyCombination keys, boolean plain) {
        return plain
                || (keys.getShortcut() == ModifierValue.DOWN
                        && keys instanceof KeyCodeCombination coded
                        && OF_TEXT_FIELDS.contains(coded.getCode()));
    }

    private static boolean isPlain(KeyCombination keys) {
        boolean modified = keys.getShortcut() == ModifierValue.DOWN || keys.getAlt() == ModifierValue.DOWN;
        boolean command = keys instanceof KeyCodeCombination coded
                && (coded.getCode().isFunctionKey() || coded.getCode() == KeyCode.ESCAPE);
        return !modified && !command;
    }

    /** Keeps the letter of a key that has acted out of a field that the act has put the focus into. */
    private record TypedSwallowed(Scene scene) implements EventHandler<KeyEvent> {
        static void once(Scene scene) {
            var swallowed = new TypedSwallowed(scene);
            scene.addEventFilter(KeyEvent.KEY_TYPED, swallowed);
            scene.addEventFilter(KeyEvent.KEY_RELEASED, swallowed);
        }

        @Override
        public void handle(KeyEvent event) {
            scene.removeEventFilter(KeyEvent.KEY_TYPED, this);
            scene.removeEventFilter(KeyEvent.KEY_RELEASED, this);
            if (event.getEventType() == KeyEvent.KEY_TYPED) {
                event.consume();
            }
        }
    }

    /** A key as {@link #on} writes it. */
    public static KeyCombination keys(String key) {
        return combination(key);
    }

    private static KeyCombination combination(String key) {
        return switch (key) {
            case "/" -> new KeyCodeCombination(KeyCode.SLASH);
            case "," -> new KeyCodeCombination(KeyCode.COMMA);
            case "." -> new KeyCodeCombination(KeyCode.PERIOD);
            case "[" -> new KeyCodeCombination(KeyCode.OPEN_BRACKET);
            case "]" -> new KeyCodeCombination(KeyCode.CLOSE_BRACKET);
            default -> KeyCombination.valueOf(key);
        };
    }
}
