package org.moderationdesk.fx;

import org.kordamp.ikonli.javafx.FontIcon;

/** Icons in the desk's four sizes. They take their colour from the control or style class they stand in. */
public final class Icons {
    private Icons() {}

    /** 14 pixels, within controls and lines of text. */
    public static FontIcon small(Icon icon) {
        return of(icon, 14);
    }

    /** 16 pixels, in heads. */
    public static FontIcon head(Icon icon) {
        return of(icon, 16);
    }

    /** 18 pixels, in the rail. */
    public static FontIcon rail(Icon icon) {
        return of(icon, 18);
    }

    /** 24 pixels, above an empty state. */
    public static FontIcon large(Icon icon) {
        return of(icon, 24);
    }

    private static FontIcon of(Icon icon, int pixels) {
        var drawn = new FontIcon(icon.drawing());
        drawn.getStyleClass().add("icon-" + pixels);
        drawn.setMouseTransparent(true);
        return drawn;
    }
}
