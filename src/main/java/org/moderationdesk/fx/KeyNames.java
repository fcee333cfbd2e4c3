package org.moderationdesk.fx;

import java.util.ArrayList;
import java.util.Map;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/** How keys are called on this keyboard: "Ctrl ⏎" here, "⌘ ⏎" on a Mac. */
public final class KeyNames {
    private static final Map<KeyCode, String> CODES = Map.ofEntries(
            Map.entry(KeyCode.ENTER, "\u23ce"),
            Map.entry(KeyCode.ESCAPE, "Esc"),
            Map.entry(KeyCode.UP, "\u2191"),
            Map.entry(KeyCode.DOWN, "\u2193"),
            Map.entry(KeyCode.LEFT, "\u2190"),
            Map.entry(KeyCode.RIGHT, "\u2192"),
            Map.entry(KeyCode.PAGE_UP, "PgUp"),
            Map.entry(KeyCode.PAGE_DOWN, "PgDn"),
            Map.entry(KeyCode.SLASH, "/"),
            Map.entry(KeyCode.COMMA, ","),
            Map.entry(KeyCode.PERIOD, "."),
            Map.entry(KeyCode.OPEN_BRACKET, "["),
            Map.entry(KeyCode.CLOSE_BRACKET, "]"),
            Map.entry(KeyCode.PLUS, "+"),
            Map.entry(KeyCode.MINUS, "-"));

    private KeyNames() {}

    public static String of(KeyCombination combination) {
        var parts = new ArrayList<String>();
        if (isDown(combination.getShortcut())) {
            parts.add(onMac() ? "\u2318" : "Ctrl");
        }
        if (isDown(combination.getControl())) {
            parts.add("Ctrl");
        }
        if (isDown(combination.getAlt())) {
            parts.add(onMac() ? "\u2325" : "Alt");
        }
        if (isDown(combination.getShift())) {
            parts.add("Shift");
        }
        parts.add(last(combination));
        return String.join(" ", parts);
    }

    private static String last(KeyCombination combination) {
        return switch (combination) {
            case KeyCodeCombination coded ->
                CODES.getOrDefault(coded.getCode(), coded.getCode().getName());
            case KeyCharacterCombination written -> written.getCharacter();
            default -> combination.getDisplayText();
        };
    }

    private static boolean isDown(ModifierValue modifier) {
        return modifier == ModifierValue.DOWN;
    }

    private static boolean onMac() {
        return System.getProperty("os.name", "").startsWith("Mac");
    }
}
