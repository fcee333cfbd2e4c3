package org.moderationdesk.editions.view;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.editions.StoredEditions.Announced;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.guidelines.BookProblem;
import org.moderationdesk.guidelines.BookProblems;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.EditionFiles;
import org.moderationdesk.items.view.SafeLine;

/** Brings an edition in: its files are chosen and checked, then one says from when it is in force. */
final class BringIn {
    private static final double LISTED = 320;

    private final EditionsModel model;
    private final EditionWords words;
    private final Dialogs dialogs;

    BringIn(EditionsModel model, EditionWords words, Dialogs dialogs) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
    }

    private record Checked(EditionFiles files, Announced announced) {}

    void choose() {
        model.doors()
                .files()
                .open(words.texts().get("editions.bring-in.choose"), List.of("*.json"))
                .ifPresent(this::check);
    }

    private void check(Path file) {
        model.kit()
                .background()
                .run(
                        () -> {
                            EditionFiles files = new BookReader().files(file);
                            return new Checked(files, model.doors().editions().check(model.person(), files, null));
                        },
                        this::ask,
                        this::refused);
    }

    private void refused(Exception failure) {
        if (failure instanceof BookProblems problems) {
            tell(problems.problems());
        } else {
            dialogs.tell(words.texts().get("editions.bring-in"), model.words(failure));
        }
    }

    private void tell(List<BookProblem> problems) {
        var lines = new VBox();
        lines.setId("editions-problems");
        lines.getStyleClass().add("gap-8");
        for (BookProblem problem : problems) {
            var place = new Label(SafeLine.of(problem.place()));
            place.getStyleClass().addAll("strong", "size-12");
            place.setWrapText(true);
            lines.getChildren().add(new VBox(place, DoorPanel.words(SafeLine.of(problem.what()), "size-12")));
        }
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(LISTED);
        scroll.getStyleClass().add("edge-less");
        var content = new VBox(DoorPanel.words(words.texts().get("editions.faults.sentence"), "size-12"), scroll);
        content.getStyleClass().addAll("gap-8", "edition-form");
        dialogs.show(words.texts().get("editions.faults", problems.size()), content);
    }

    private void ask(Checked checked) {
        Announced announced = checked.announced();
        var from = new TextField();
        from.setId("editions-from");
        from.setPromptText(words.texts().get("editions.bring-in.at-once"));
        from.setAccessibleText(words.texts().get("editions.bring-in.from"));
        var name = new Label(words.texts().get("editions.bring-in.from"));
        name.getStyleClass().add("size-12");
        var content = new VBox(
                DoorPanel.words(
                        words.texts()
                                .get(
                                        "editions.bring-in.sentence",
                                        announced.edition().name(),
                                        words.count(announced.changes().size()),
                                        announced.before().name()),
                        "size-12"),
                name,
                from,
                DoorPanel.words(words.texts().get("editions.bring-in.means"), "muted", "size-12"));
        content.getStyleClass().addAll("gap-8", "edition-form");
        dialogs.form(
                words.texts().get("editions.bring-in.title", announced.edition().name()),
                content,
                words.texts().get("editions.bring-in.act"),
                () -> send(checked.files(), from.getText().strip()));
    }

    private Optional<String> send(EditionFiles files, String typed) {
        @Nullable Instant from = null;
        if (!typed.isEmpty()) {
            try {
                from = LocalDate.parse(typed)
                        .atStartOfDay(ZoneId.systemDefault())
                        .toInstant();
            } catch (DateTimeParseException noDate) {
                return Optional.of(words.texts().get("editions.bring-in.no-date"));
            }
            if (from.isBefore(model.now())) {
                return Optional.of(words.texts().get("editions.refused.PAST"));
            }
        }
        @Nullable Instant at = from;
        model.kit()
                .background()
                .run(
                        () -> model.doors().editions().bringIn(model.person(), files, at),
                        done -> model.recorded(done.edition().name()),
                        this::refused);
        return Optional.empty();
    }
}
