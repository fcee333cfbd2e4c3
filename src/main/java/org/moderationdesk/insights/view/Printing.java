package org.moderationdesk.insights.view;

import javafx.scene.Node;

/** Ways to paper. JavaFX thread only. */
public interface Printing {
    /** Lets the person choose a printer and say how. */
    Choice choose();

    /** What came of it. */
    sealed interface Choice {}

    /** There is none on this computer. */
    record NoPrinter() implements Choice {}

    /** They left it. */
    record NotNow() implements Choice {}

    /** Pages that a printer takes. */
    non-sealed interface Paper extends Choice {
        /** What can be printed on, in points. */
        double width();

        /** Likewise, from top to foot. */
        double height();

        /** Whether the printer took this page. */
        boolean page(Node page);

        /** Whether it took them all. */
        boolean end();
    }
}
