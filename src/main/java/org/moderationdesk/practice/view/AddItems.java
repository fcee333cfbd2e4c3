package org.moderationdesk.practice.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.moderationdesk.fx.Choice;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.StoreForm;
import org.moderationdesk.fx.Tabs;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.Report;
import org.moderationdesk.practice.Changes;
import org.moderationdesk.practice.SetFiles;
import org.moderationdesk.practice.SetMedia;
import org.moderationdesk.practice.Told;

/** Brings items into a set: copies of decided cases, from files, or written by hand. */
final class AddItems {
    private final TrainerModel model;
    private final PracticeWords words;
    private final Dialogs dialogs;
    private final FileChoice files;
    private final PickForm picking;

    AddItems(TrainerModel model, PracticeWords words, Dialogs dialogs, FileChoice files, PickForm picking) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        this.files = files;
        this.picking = picking;
    }

    /** Copies decided cases, once their copies have been looked at. */
    void pick() {
        picking.open();
    }

    /** Reads items, and then perhaps keys, from files of one line each. */
    void bringIn() {
        Optional<Path> items = files.open(words.get("practice.import.items"), List.of("*.jsonl", "*.ndjson"));
        if (items.isEmpty() || model.set() == null) {
            return;
        }
        Optional<Path> keys = files.open(words.get("practice.import.keys"), List.of("*.jsonl", "*.ndjson"));
        Instant now = words.kit().clock().instant();
        String by = model.home().person().name();
        model.home()
                .read(
                        () -> SetFiles.read(lines(items), lines(keys), by, now),
                        changes -> put(changes, items.get().toAbsolutePath().resolveSibling("")));
    }

    private static List<String> lines(Optional<Path> file) throws IOException {
        return file.isEmpty() ? List.of() : Files.readAllLines(file.get(), StandardCharsets.UTF_8);
    }

    /** Puts items in; a published set becomes another version, so it is asked why. */
    private void put(Changes changes, Path folder) {
        var why = new TwoTongues("practice-why", words.get("practice.form.why"), 2, Told.nothing(), words);
        Shown.put(why, model.isPublished());
        var form = new VBox(
                Shown.wrapped(
                        words.get(
                                "practice.import.found",
                                changes.put().size(),
                                changes.keys().size(),
                                SetMedia.named(changes)),
                        "size-13"),
                why);
        form.getStyleClass().add("gap-8");
        new StoreForm(dialogs, form)
                .open(
                        words.get("practice.import"),
                        words.get("practice.import.act"),
                        (done, refused) -> model.bring(changes, folder, why.told(), done, refused));
    }

    /** Writes an item by hand: a text or a comment, and where it is reported to break the book. */
    void write() {
        if (model.set() == null) {
            return;
        }
        var id = field("practice-item-id", "practice.write.id");
        ComboBox<ItemKind> kind =
                Choice.of("practice-item-kind", List.of(ItemKind.TEXT, ItemKind.COMMENT), words.items()::kind, "");
        kind.setValue(ItemKind.TEXT);
        kind.setAccessibleText(words.get("practice.write.kind"));
        var section = field("practice-item-section", "practice.write.section");
        var text = new TextArea();
        text.setId("practice-item-text");
        text.setPromptText(words.get("practice.write.text"));
        text.setAccessibleText(words.get("practice.write.text"));
        text.setWrapText(true);
        text.setPrefRowCount(4);
        Tabs.leaveByTab(text);
        var title = new TwoTongues("practice-item-title", words.get("practice.write.title"), 1, Told.nothing(), words);
        var why = new TwoTongues("practice-why", words.get("practice.form.why"), 2, Told.nothing(), words);
        Shown.put(why, model.isPublished());
        var form = new VBox(id, kind, section, text, title, why);
        form.getStyleClass().add("gap-8");
        form.setMaxWidth(560);
        new StoreForm(dialogs, form)
                .open(words.get("practice.write"), words.get("practice.write.act"), (done, refused) -> {
                    if (id.getText().isBlank()
                            || text.getText().isBlank()
                            || section.getText().isBlank()) {
                        refused.accept(words.get("practice.write.missing"));
                        return;
                    }
                    var item = written(
                            id.getText().strip(),
                            kind.getValue(),
                            text.getText().strip(),
                            section.getText().strip());
                    model.change(
                            Changes.ofItems(List.of(new Changes.Put(title.told(), item, null)), List.of()),
                            why.told(),
                            done,
                            refused);
                });
    }

    private FlaggedItem written(String id, ItemKind kind, String text, String section) {
        Instant now = words.kit().clock().instant();
        var item = new Item(
                id,
                kind,
                1,
                text,
                words.texts().language().tag(),
                null,
                now,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                Map.of());
        var report = new Report(
                "r-" + id.toLowerCase(Locale.ROOT),
                Report.Source.USER,
                null,
                null,
                null,
                List.of(section),
                now,
                Map.of());
        return new FlaggedItem(item, List.of(report));
    }

    private TextField field(String id, String key) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(words.get(key));
        field.setAccessibleText(words.get(key));
        return field;
    }
}
