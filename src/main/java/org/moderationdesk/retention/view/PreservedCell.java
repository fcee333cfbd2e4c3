package org.moderationdesk.retention.view;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.items.view.DueLabel;
import org.moderationdesk.retention.Preserved;
import org.moderationdesk.retention.view.PreservedModel.Row;

/** Something preserved in the list: what, why, how it stands and how long yet. */
final class PreservedCell extends ListCell<Row> {
    private final PreservedModel model;
    private final PreservedWords words;
    private final Label subject = new Label();
    private final Tag state = new Tag("");
    private final Label cause = new Label();
    private final DueLabel end = new DueLabel();
    private final VBox lines;

    PreservedCell(PreservedModel model, PreservedWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("case-cell");
        subject.getStyleClass().add("case-section");
        subject.setMinWidth(0);
        subject.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(subject, Priority.ALWAYS);
        var top = new HBox(subject, state);
        top.getStyleClass().add("gap-8");
        top.setAlignment(Pos.CENTER_LEFT);
        cause.getStyleClass().addAll("muted", "size-12");
        cause.setMinWidth(0);
        end.getStyleClass().add("size-12");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bottom = new HBox(cause, gap, end);
        bottom.getStyleClass().add("gap-8");
        bottom.setAlignment(Pos.CENTER_LEFT);
        lines = new VBox(top, bottom);
        lines.getStyleClass().add("referral-row");
        lines.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Preserved one = row.preserved();
        subject.setText(words.subject(one));
        subject.setGraphic(Icons.small(words.icon(one)));
        state.setText(words.state(one));
        for (Tone tone : Tone.values()) {
            state.getStyleClass().remove(tone.styleClass());
        }
        state.getStyleClass().add(words.tone(one).styleClass());
        cause.setText(words.shortly(row));
        var due = words.end(one, model.now());
        end.show(due, due.words());
        setAccessibleText(words.texts()
                .get("retention.held.spoken", subject.getText(), cause.getText(), state.getText(), end.getText()));
        setGraphic(lines);
    }
}
