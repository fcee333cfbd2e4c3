package org.moderationdesk.shell;

import org.moderationdesk.fx.Icon;

/**
 * One thing that the palette offers.
 *
 * @param detail second line, may be empty
 * @param act done on the JavaFX thread when it is chosen
 */
public record PaletteEntry(Icon icon, String title, String detail, Runnable act) {}
