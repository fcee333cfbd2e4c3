package org.moderationdesk.decisions.view;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/** How a control looks that is switched off but can still say why, or that must be mended. */
final class Dashed {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final String WRONG = "wrong";

    private Dashed() {}

    static void set(Node control, boolean off) {
        control.pseudoClassStateChanged(OFF, off);
    }

    static void wrong(Node control, boolean wrong) {
        if (!wrong) {
            control.getStyleClass().remove(WRONG);
        } else if (!control.getStyleClass().contains(WRONG)) {
            control.getStyleClass().add(WRONG);
        }
    }
}
