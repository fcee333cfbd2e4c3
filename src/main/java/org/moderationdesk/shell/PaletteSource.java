package org.moderationdesk.shell;

import java.util.List;

/** Finds what the palette offers for a query: items, accounts, clauses or actions. Asked off the JavaFX thread. */
@FunctionalInterface
public interface PaletteSource {
    /** @param query stripped; empty when nothing is typed yet */
    List<PaletteEntry> find(String query);
}
