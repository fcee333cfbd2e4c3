package org.moderationdesk.practice.view;

import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.practice.Assignment;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.SetState;

/** One set in the list: who is asked, how large it is, and until when. */
final class SetCell extends ListCell<PracticeSet> {
    private static final double TWO_LINES = 36;

    private final PracticeModel model;
    private final PracticeWords words;
    private final Label title = new Label();
    private final HBox top = new HBox(title, Shown.gap());
    private final Label size = Shown.label("", "muted", "size-12");
    private final Label beside = Shown.whole("", "size-12");
    private final VBox lines;

    SetCell(PracticeModel model, PracticeWords words) {
        this.model = model;
        this.words = words;
        title.getStyleClass().add("case-section");
        title.setMinWidth(0);
        title.setWrapText(true);
        title.setMaxHeight(TWO_LINES);
        size.setMinWidth(0);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("gap-8");
        var bottom = new HBox(size, Shown.gap(), beside);
        bottom.setAlignment(Pos.CENTER_LEFT);
        bottom.getStyleClass().add("gap-8");
        lines = new VBox(top, bottom);
        lines.getStyleClass().addAll("gap-4", "practice-set-row");
        lines.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("case-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(PracticeSet set, boolean empty) {
        super.updateItem(set, empty);
        if (empty || set == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        title.setText(words.named(set));
        var tag = tag(set);
        top.getChildren().setAll(title, Shown.gap(), tag);
        size.setText(size(set));
        showBeside(set);
        setAccessibleText(String.join(". ", title.getText(), tag.getText(), size.getText(), beside.getText()));
        setGraphic(lines);
    }

    private Tag tag(PracticeSet set) {
        if (set.state() != SetState.PUBLISHED) {
            return new Tag(words.get("practice.state." + set.state()));
        }
        boolean asked =
                model.overview().asked(set.id()).isPresent() || model.overview().people(set.id()) > 0;
        return asked
                ? new Tag(words.get("practice.assigned"), Tone.ACCENT)
                : new Tag(words.get(set.newest().terms().open() ? "practice.open" : "practice.closed"));
    }

    private String size(PracticeSet set) {
        int items = set.newest().items();
        if (!model.trains()) {
            return words.get("practice.items", items);
        }
        return set.isKeyComplete()
                ? words.get("practice.items.complete", items)
                : words.get("practice.items.keyed", items, set.keyed());
    }

    private void showBeside(PracticeSet set) {
        @Nullable Assignment asked = model.overview().asked(set.id()).orElse(null);
        Instant due = asked == null ? null : asked.due();
        boolean late = due != null && model.kit().clock().instant().isAfter(due);
        beside.getStyleClass().removeAll("tone-danger", "muted");
        beside.getStyleClass().add(late ? "tone-danger" : "muted");
        beside.setGraphic(due == null ? null : Icons.small(late ? Icon.LATE : Icon.DUE));
        if (due != null) {
            beside.setText(words.get(
                    late ? "practice.late" : "practice.due", model.kit().times().date(due)));
        } else if (model.trains()) {
            long people = model.overview().people(set.id());
            beside.setText(
                    people > 0
                            ? words.get("practice.people", people)
                            : words.get(set.newest().terms().open() ? "practice.anyone" : "practice.nobody"));
        } else {
            beside.setText(words.get(asked == null ? "practice.anyone" : "practice.no-due"));
        }
    }
}
