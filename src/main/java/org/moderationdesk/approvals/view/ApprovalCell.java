package org.moderationdesk.approvals.view;

import java.time.Instant;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.approvals.WaitingApproval;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.SeverityMark;
import org.moderationdesk.fx.Times;
import org.moderationdesk.items.view.DueLabel;
import org.moderationdesk.items.view.DueTime;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;

/** One decision that waits. */
final class ApprovalCell extends ListCell<WaitingApproval> {
    private final ItemWords items;
    private final ApprovalWords words;
    private final Times times;
    private final ApprovalsModel model;
    private final Region bar = SeverityMark.bar(1);
    private final Label section = new Label();
    private final DueLabel due = new DueLabel();
    private final Label decided = new Label();
    private final SeverityMark severity = new SeverityMark();
    private final Label initial = new Label();
    private final Label first = new Label();
    private final HBox whole;

    ApprovalCell(ItemWords items, ApprovalWords words, Times times, ApprovalsModel model) {
        this.items = items;
        this.words = words;
        this.times = times;
        this.model = model;
        getStyleClass().add("case-cell");
        section.getStyleClass().add("case-section");
        section.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(section, Priority.ALWAYS);
        var top = new HBox(section, due);
        top.getStyleClass().add("case-top");
        top.setAlignment(Pos.CENTER_LEFT);
        decided.getStyleClass().addAll("muted", "case-excerpt");
        initial.getStyleClass().add("initial");
        first.getStyleClass().addAll("case-fact", "muted");
        severity.getStyleClass().add("case-severity");
        var by = new HBox(initial, first);
        by.getStyleClass().add("case-held");
        by.setAlignment(Pos.CENTER_RIGHT);
        by.setMinWidth(0);
        HBox.setHgrow(by, Priority.ALWAYS);
        var bottom = new HBox(severity, by);
        bottom.getStyleClass().add("case-bottom");
        bottom.setAlignment(Pos.CENTER_LEFT);
        var lines = new VBox(top, decided, bottom);
        lines.getStyleClass().add("case-lines");
        whole = new HBox(bar, lines);
        whole.getStyleClass().add("case-row");
        HBox.setHgrow(lines, Priority.ALWAYS);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(WaitingApproval one, boolean empty) {
        super.updateItem(one, empty);
        if (empty || one == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String name = one.line().person();
        boolean mine = name.equals(model.person().name());
        String who = mine ? items.texts().get("queue.row.you") : SafeLine.of(name);
        String about = items.about(one.row().sections());
        int step = items.step(one.row().severity());
        SeverityMark.colour(bar, step);
        section.setText(about);
        section.setGraphic(Icons.small(items.icon(one.row().kind())));
        String outcome = words.decided(one);
        decided.setText(outcome);
        severity.show(step, items.severity(one.row().severity()));
        initial.setText(name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT));
        initial.getStyleClass().remove("own");
        if (mine) {
            initial.getStyleClass().add("own");
        }
        first.setText(who);
        Instant now = model.clock().instant();
        DueTime left = DueTime.of(one.due(), one.row().severity(), now, times, items.texts());
        due.show(left, left.words());
        setAccessibleText(items.texts()
                .get(
                        "approvals.row.spoken",
                        about,
                        items.severity(one.row().severity()),
                        left.words(),
                        outcome,
                        words.waits(one),
                        who));
        setGraphic(whole);
    }
}
