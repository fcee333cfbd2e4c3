package org.moderationdesk.orders.view;

import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.items.view.DueLabel;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.orders.OrderLine;

/** One order in the list: what is ordered, by whom, about what, and how its clock stands. */
final class OrderCell extends ListCell<OrderLine> {
    private final OrdersModel model;
    private final OrderWords words;
    private final Label kind = new Label();
    private final Tag state = new Tag("");
    private final Label authority = new Label();
    private final Label about = new Label();
    private final DueLabel clock = new DueLabel();
    private final VBox lines;

    OrderCell(OrdersModel model, OrderWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("case-cell");
        kind.getStyleClass().add("case-section");
        kind.setMinWidth(0);
        kind.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(kind, Priority.ALWAYS);
        var top = new HBox(kind, state);
        top.getStyleClass().add("gap-8");
        top.setAlignment(Pos.CENTER_LEFT);
        authority.getStyleClass().add("size-12");
        authority.setMinWidth(0);
        about.getStyleClass().addAll("muted", "size-12");
        about.setMinWidth(0);
        clock.getStyleClass().add("size-12");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bottom = new HBox(about, gap, clock);
        bottom.getStyleClass().add("gap-8");
        bottom.setAlignment(Pos.CENTER_LEFT);
        lines = new VBox(top, authority, bottom);
        lines.getStyleClass().add("referral-row");
        lines.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(OrderLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Instant now = model.now();
        kind.setText(words.kind(line.order().kind()));
        kind.setGraphic(Icons.small(words.icon(line.order().kind())));
        state.setText(words.state(line, now));
        for (Tone tone : Tone.values()) {
            state.getStyleClass().remove(tone.styleClass());
        }
        state.getStyleClass().add(words.tone(line, now).styleClass());
        authority.setText(SafeLine.of(line.order().authority()));
        authority.setGraphic(line.order().childSafety() ? Icons.small(Icon.SEALED) : null);
        about.setText(words.about(line));
        var due = words.clock(line, now);
        clock.show(due, due.words());
        setAccessibleText(words.texts()
                .get(
                        "orders.row.spoken",
                        kind.getText(),
                        authority.getText(),
                        state.getText(),
                        about.getText(),
                        clock.getText()));
        setGraphic(lines);
    }
}
