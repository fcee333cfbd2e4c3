package org.moderationdesk.items.view;

import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;

/** Shows a due time: plain while there is time, with a clock when there is little, with a warning when it has passed. */
public final class DueLabel extends Label {
    private final FontIcon clock = Icons.small(Icon.DUE);
    private final FontIcon warning = Icons.small(Icon.LATE);

    public DueLabel() {
        getStyleClass().add("due");
        setMinWidth(USE_PREF_SIZE);
    }

    /** @param words what to say, where it is more than the due time's own words */
    public void show(DueTime due, String words) {
        setText(words);
        getStyleClass().removeAll("due-soon", "due-late");
        switch (due.state()) {
            case PLAIN -> setGraphic(null);
            case SOON -> {
                setGraphic(clock);
                getStyleClass().add("due-soon");
            }
            case LATE -> {
                setGraphic(warning);
                getStyleClass().add("due-late");
            }
        }
    }
}
