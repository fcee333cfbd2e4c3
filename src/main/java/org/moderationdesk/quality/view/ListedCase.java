package org.moderationdesk.quality.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A case in a list of quality review: its section, what is to be said of it, which item, and when. */
final class ListedCase extends VBox {
    private final Label section = new Label();
    private final Label what = new Label();
    private final Label id = new Label();
    private final Label when = new Label();

    ListedCase() {
        section.getStyleClass().add("case-section");
        section.setMaxWidth(Double.MAX_VALUE);
        what.getStyleClass().add("size-12");
        what.setMaxWidth(Double.MAX_VALUE);
        id.getStyleClass().addAll("muted", "size-12");
        id.setMinWidth(0);
        when.getStyleClass().addAll("muted", "size-12");
        when.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bottom = new HBox(id, gap, when);
        bottom.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(section, what, bottom);
        getStyleClass().add("quality-row");
        setAlignment(Pos.CENTER_LEFT);
    }

    /** Every text as it is safe to show. */
    void show(String section, String what, String id, String when, @Nullable Node mark) {
        this.section.setText(section);
        this.what.setText(what);
        this.id.setText(id);
        this.when.setText(when);
        this.when.setGraphic(mark);
    }

    /** The same for who cannot see it. */
    String spoken() {
        return String.join(". ", section.getText(), what.getText(), id.getText(), when.getText());
    }
}
