package org.moderationdesk.practice.view;

import java.time.Duration;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.SetState;
import org.moderationdesk.practice.SetTerms;

/** Below the list, for who trains: the set in short, and what can be done with it. */
final class SetCard extends VBox {
    private static final Duration UNDOABLE = Duration.ofSeconds(30);

    private final TrainerModel model;
    private final PracticeWords words;
    private final Dialogs dialogs;
    private final StatusLine status;
    private final Label title = Shown.label("", "strong", "size-14");
    private final Label version = Shown.whole("", "muted", "size-12");
    private final GridPane facts = new GridPane();
    private final Button edit;
    private final Button publish;
    private final Button archive;
    private final Keys keys;
    private final PracticeFiles files;
    private @Nullable Undo undo;

    /** How items come in, and results go out. */
    record Ways(AddItems adding, PracticeFiles files) {}

    /** What takes a publishing or archiving back, while it can be. */
    private record Undo(String setId, SetState back, Instant until) {}

    SetCard(TrainerModel model, PracticeWords words, Dialogs dialogs, StatusLine status, Ways ways) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        this.status = status;
        AddItems adding = ways.adding();
        PracticeFiles files = ways.files();
        this.files = files;
        edit = KeyButton.of("practice-edit", words.get("practice.edit"), "E", this::edit);
        publish = KeyButton.of("practice-publish", words.get("practice.publish"), "P", this::publish);
        archive = KeyButton.of("practice-archive", words.get("practice.archive"), "X", this::archive);
        var acts = new FlowPane(
                edit,
                KeyButton.of("practice-pick", words.get("practice.pick"), "I", adding::pick),
                KeyButton.of("practice-import", words.get("practice.import"), "Alt+I", adding::bringIn),
                KeyButton.of("practice-write", words.get("practice.write"), "H", adding::write),
                KeyButton.of("practice-export", words.get("practice.export"), "Alt+X", this::export),
                publish,
                archive);
        acts.getStyleClass().add("gap-4");
        var head = new HBox(title, Shown.gap(), version);
        head.setAlignment(Pos.BASELINE_LEFT);
        title.setMinWidth(0);
        facts.getStyleClass().add("practice-card-facts");
        getChildren().addAll(head, facts, acts);
        getStyleClass().addAll("gap-8", "practice-card", "edge-top", "bar-surface");
        setId("practice-card");
        keys = new Keys(words.get("practice.card"))
                .on("E", words.get("practice.edit"), this::edit, this::mayAct)
                .on("I", words.get("practice.pick"), adding::pick, this::mayAct)
                .on("Alt+I", words.get("practice.import"), adding::bringIn, this::mayAct)
                .on("H", words.get("practice.write"), adding::write, this::mayAct)
                .on("Alt+X", words.get("practice.export"), this::export, this::mayAct)
                .on("P", words.get("practice.publish"), this::publish, () -> mayAct() && publish.isVisible())
                .on("X", words.get("practice.archive"), this::archive, () -> mayAct() && archive.isVisible())
                .on("Shortcut+Z", words.get("practice.undo"), this::undo, () -> undo != null && Shown.isSeen(this));
        model.deskProperty().subscribe(this::show);
    }

    Keys keys() {
        return keys;
    }

    private boolean mayAct() {
        return Shown.isSeen(this) && model.set() != null;
    }

    private void show(TrainerModel.@Nullable Desk desk) {
        Shown.put(this, desk != null);
        if (desk == null) {
            return;
        }
        PracticeSet set = desk.set();
        SetTerms terms = set.newest().terms();
        title.setText(words.get("practice.card.title", set.number()));
        version.setText(words.get("practice.version", set.newest().version()));
        facts.getChildren().clear();
        fact(0, "items", words.kit().numbers().whole(set.newest().items()));
        fact(
                1,
                "key",
                words.get(
                        terms.keepers() == 2 ? "practice.card.keyed.two" : "practice.card.keyed",
                        set.keyed(),
                        set.newest().items()));
        fact(2, "pass-mark", words.get("practice.percent", terms.scoring().passMark()));
        fact(3, "open", words.get(terms.open() ? "practice.card.anyone" : "practice.card.asked"));
        fact(4, "edition", terms.edition());
        fact(
                5,
                "disputed",
                desk.open() == 0
                        ? words.get("practice.card.none")
                        : words.get("practice.card.disputed.open", desk.open()));
        Shown.put(publish, set.state() != SetState.PUBLISHED);
        Shown.put(archive, set.state() != SetState.ARCHIVED);
    }

    private void fact(int row, String name, String value) {
        facts.add(Shown.whole(words.get("practice.card." + name), "muted", "size-12"), 0, row);
        facts.add(Shown.label(value, "size-12"), 1, row);
    }

    private void edit() {
        PracticeSet set = model.set();
        if (set != null) {
            new SetForm(model, words, dialogs, set).open();
        }
    }

    private void export() {
        PracticeSet set = model.set();
        if (set != null) {
            files.results(set);
        }
    }

    private void publish() {
        become(SetState.PUBLISHED);
    }

    private void archive() {
        become(SetState.ARCHIVED);
    }

    private void become(SetState next) {
        PracticeSet set = model.set();
        if (set != null && set.state() != next) {
            SetState before = set.state();
            put(set.id(), next, () -> {
                // What was a draft is archived instead: whoever has begun it goes on.
                SetState back = before == SetState.DRAFT ? SetState.ARCHIVED : before;
                Instant until = words.kit().clock().instant().plus(UNDOABLE);
                undo = new Undo(set.id(), back, until);
                status.undoFor(words.get("practice.became." + next, words.named(set)), until);
            });
        }
    }

    private void undo() {
        Undo last = undo;
        undo = null;
        if (last != null && words.kit().clock().instant().isBefore(last.until())) {
            put(last.setId(), last.back(), status::clear);
        }
    }

    private void put(String setId, SetState next, Runnable then) {
        PracticeModel home = model.home();
        var sets = home.doors().sets();
        home.act(
                () -> next == SetState.PUBLISHED
                        ? sets.publish(home.person(), setId)
                        : sets.archive(home.person(), setId),
                done -> {
                    home.shelfProperty().set(done.state());
                    home.select(done);
                    then.run();
                });
    }
}
