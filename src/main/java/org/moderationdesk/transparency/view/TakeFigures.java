package org.moderationdesk.transparency.view;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.transparency.Figures;
import org.moderationdesk.transparency.FiguresFile;

/** Asks for which days and where to, and writes the figures of referrals there. JavaFX thread only. */
public final class TakeFigures {
    private final FiguresFile figures;
    private final Person person;
    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final FileChoice files;

    public TakeFigures(FiguresFile figures, Person person, Kit kit, Dialogs dialogs, FileChoice files) {
        this.figures = figures;
        this.person = person;
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.files = files;
    }

    public boolean isAllowed() {
        return Rights.has(person, Right.EXPORT) && Rights.has(person, Right.SEE_REFERRALS);
    }

    /** From the first day of this year until today, unless somebody says otherwise. */
    public void ask() {
        LocalDate today = LocalDate.ofInstant(kit.clock().instant(), ZoneOffset.UTC);
        TextField first = field("first", today.withDayOfYear(1));
        TextField last = field("last", today);
        var form = new VBox(
                DoorPanel.words(texts.get("transparency.sentence"), "dialog-sentence", "size-12"),
                DoorPanel.field(texts.get("transparency.first"), first),
                DoorPanel.field(texts.get("transparency.last"), last));
        form.getStyleClass().add("gap-8");
        dialogs.form(texts.get("transparency.title"), form, texts.get("transparency.act"), () -> checked(first, last));
    }

    private Optional<String> checked(TextField first, TextField last) {
        @Nullable LocalDate from = day(first);
        @Nullable LocalDate through = day(last);
        if (from == null || through == null) {
            return Optional.of(texts.get("transparency.day"));
        }
        if (through.isBefore(from)) {
            mark(last, false);
            return Optional.of(texts.get("transparency.order"));
        }
        // The form closes first: what comes of it takes its place.
        Platform.runLater(
                () -> files.save(texts.get("transparency.title"), "referrals-" + from + "-" + through + ".csv")
                        .ifPresent(file -> write(from, through, file)));
        return Optional.empty();
    }

    private void write(LocalDate from, LocalDate through, Path file) {
        kit.background()
                .run(
                        () -> figures.csv(person, from, through, file),
                        written -> say(done(written, file)),
                        failure -> say(
                                failure instanceof RightRefused missing
                                        ? missing.words(texts)
                                        : texts.get("transparency.failed")));
    }

    private String done(Figures written, Path file) {
        String done = texts.get("transparency.done", written.all().size(), String.valueOf(file.getFileName()));
        return written.leavesOut() ? done + " " + texts.get("transparency.leaves-out") : done;
    }

    private void say(String sentence) {
        var words = DoorPanel.words(sentence, "dialog-sentence", "size-12");
        words.setId("figures-said");
        dialogs.show(texts.get("transparency.title"), words);
    }

    private TextField field(String name, LocalDate day) {
        var field = new TextField(day.toString());
        field.setId("figures-" + name);
        field.setAccessibleText(texts.get("transparency." + name));
        return field;
    }

    private static @Nullable LocalDate day(TextField field) {
        @Nullable LocalDate day = parsed(field.getText().strip());
        mark(field, day != null);
        return day;
    }

    private static @Nullable LocalDate parsed(String words) {
        try {
            return LocalDate.parse(words);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static void mark(TextField field, boolean sound) {
        field.getStyleClass().remove("wrong");
        if (!sound) {
            field.getStyleClass().add("wrong");
        }
    }
}
