package org.moderationdesk.queue.view;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.SeverityMark;
import org.moderationdesk.fx.Times;
import org.moderationdesk.items.view.DueLabel;
import org.moderationdesk.items.view.DueTime;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.staff.Person;

/** One case of the list. */
final class CaseCell extends ListCell<CaseRow> {
    private final ItemWords words;
    private final Times times;
    private final Person person;
    private final Supplier<Instant> now;
    private final Region bar = SeverityMark.bar(1);
    private final Label section = new Label();
    private final DueLabel due = new DueLabel();
    private final Label excerpt = new Label();
    private final SeverityMark severity = new SeverityMark();
    private final Label reports = new Label();
    private final Label place = new Label();
    private final Label initial = new Label();
    private final Label holder = new Label();
    private final HBox held = new HBox(Icons.small(Icon.HELD), initial, holder);
    private final HBox whole;
    private @Nullable DueTime shownDue;

    CaseCell(ItemWords words, Times times, Person person, Supplier<Instant> now) {
        this.words = words;
        this.times = times;
        this.person = person;
        this.now = now;
        getStyleClass().add("case-cell");
        section.getStyleClass().add("case-section");
        excerpt.getStyleClass().addAll("muted", "case-excerpt");
        reports.setGraphic(Icons.small(Icon.REPORTS));
        reports.getStyleClass().addAll("case-fact", "case-reports");
        place.getStyleClass().addAll("case-fact", "muted");
        place.setMinWidth(USE_PREF_SIZE);
        held.setMinWidth(0);
        initial.getStyleClass().add("initial");
        holder.getStyleClass().addAll("case-fact", "muted");
        held.getStyleClass().add("case-held");
        held.setAlignment(Pos.CENTER_RIGHT);
        severity.getStyleClass().add("case-severity");
        whole = new HBox(bar, new VBox(top(), excerpt, bottom()));
        whole.getStyleClass().add("case-row");
        HBox.setHgrow(whole.getChildren().get(1), Priority.ALWAYS);
        whole.getChildren().get(1).getStyleClass().add("case-lines");
        setPrefWidth(0);
    }

    private HBox top() {
        section.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(section, Priority.ALWAYS);
        var line = new HBox(section, due);
        line.getStyleClass().add("case-top");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox bottom() {
        HBox.setHgrow(held, Priority.ALWAYS);
        var line = new HBox(severity, reports, place, held);
        line.getStyleClass().add("case-bottom");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    @Override
    protected void updateItem(CaseRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String about = words.about(row.sections());
        String sentence = row.sealed() ? words.texts().get("queue.row.sealed", words.kind(row.kind())) : row.excerpt();
        SeverityMark.colour(bar, words.step(row.severity()));
        section.setText(about);
        section.setGraphic(Icons.small(words.icon(row.kind())));
        excerpt.setText(SafeLine.of(sentence));
        severity.show(words.step(row.severity()), words.severity(row.severity()));
        reports.setText(Integer.toString(row.reports()));
        place.setText(words.languageAndRegion(row.language(), row.region()));
        showHolder(row);
        showDue();
        setGraphic(whole);
    }

    /** Tells the due time anew: time has gone on. */
    void showDue() {
        CaseRow row = getItem();
        if (row == null || isEmpty()) {
            return;
        }
        DueTime left = DueTime.of(row.dueAt(), row.severity(), now.get(), times, words.texts());
        if (!left.equals(shownDue)) {
            shownDue = left;
            due.show(left, left.words());
        }
        setAccessibleText(spoken(row, words.about(row.sections()), left));
    }

    private void showHolder(CaseRow row) {
        String name = row.claimedBy();
        held.setVisible(name != null);
        if (name != null) {
            boolean mine = name.equals(person.name());
            holder.setText(mine ? words.texts().get("queue.row.you") : SafeLine.of(name));
            initial.setText(name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT));
            initial.getStyleClass().remove("own");
            if (mine) {
                initial.getStyleClass().add("own");
            }
        }
    }

    private String spoken(CaseRow row, String about, DueTime left) {
        String claimed = row.claimedBy() == null ? "" : words.texts().get("queue.row.spokenHeld", holder.getText());
        return words.texts()
                .get(
                        "queue.row.spoken",
                        about,
                        words.kind(row.kind()),
                        words.severity(row.severity()),
                        left.words(),
                        row.reports(),
                        SafeLine.of(row.excerpt()),
                        claimed);
    }
}
