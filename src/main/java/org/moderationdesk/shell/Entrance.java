package org.moderationdesk.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Created;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way into a desk: first start, passphrase, making a store, and why a store cannot be opened. */
public final class Entrance {
    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
    private static final int SHORTEST = 8;
    private static final int LONGEST = 200;

    private final Kit kit;
    private final Texts texts;
    private final StoreDoor door;
    private final FileChoice files;
    private final Arrivals arrivals;
    private final StackPane node = new StackPane();

    public Entrance(Kit kit, StoreDoor door, FileChoice files, Arrivals arrivals) {
        this.kit = kit;
        this.texts = kit.texts();
        this.door = door;
        this.files = files;
        this.arrivals = arrivals;
        node.getStyleClass().add("door");
    }

    public Node node() {
        return node;
    }

    /** Looks whether there is a store, and goes on from there. */
    public void begin() {
        waiting();
        kit.background().run(this::look, Runnable::run, this::refuse);
    }

    /** As {@link #begin}, but makes a store without asking where there is none: for the sample desk, which is nobody's. */
    public void beginWithoutAsking() {
        waiting();
        Callable<H2Store> openOrMake = () ->
                door.exists() ? door.open(new Unlock.Alone()) : door.create().store();
        kit.background().run(openOrMake, store -> arrivals.arrived(store, new Unlock.Alone(), null), this::refuse);
    }

    private Runnable look() throws StoreRefused {
        if (!door.exists()) {
            return this::firstStart;
        }
        return door.opensAlone() ? () -> open(new Unlock.Alone()) : this::locked;
    }

    private void open(Unlock unlock) {
        waiting();
        kit.background().run(() -> door.open(unlock), store -> arrivals.arrived(store, unlock, null), this::refuse);
    }

    private void waiting() {
        show(new DoorPanel(texts.get("shell.app"), texts.get("shell.door.opening"))
                .with(new Loading(3, texts.get("shell.door.opening"))));
    }

    private void firstStart() {
        var first = DoorPanel.button("first-import", texts.get("shell.door.import"), this::chooseFile);
        first.getStyleClass().addAll("accent", "large");
        first.setDefaultButton(true);
        var sample = DoorPanel.button("first-sample", texts.get("shell.door.sample"), arrivals::openSample);
        sample.getStyleClass().add("large");
        var shared = DoorPanel.button("first-shared", texts.get("shell.desk.open-shared"), arrivals::openShared);
        shared.getStyleClass().add("large");
        var backup = DoorPanel.button("first-restore", texts.get("shell.door.restore"), arrivals::restore);
        backup.getStyleClass().add("quiet");
        show(new DoorPanel(texts.get("shell.app"), texts.get("shell.door.first"))
                .with(
                        first,
                        DoorPanel.words(texts.get("shell.door.import-note"), "muted", "size-12"),
                        sample,
                        DoorPanel.words(texts.get("shell.door.sample-note"), "muted", "size-12"),
                        shared,
                        backup,
                        DoorPanel.note(Icon.SAFE_VIEW, texts.get("shell.door.safe-view"))));
        first.requestFocus();
    }

    private void chooseFile() {
        files.open(texts.get("shell.door.import"), List.of("*.jsonl", "*.json")).ifPresent(this::protect);
    }

    private void protect(Path toImport) {
        var words = new PasswordField();
        words.setId("make-passphrase");
        var again = new PasswordField();
        again.setId("make-again");
        var with = new RadioButton(texts.get("shell.door.with-passphrase"));
        var without = new RadioButton(texts.get("shell.door.without-passphrase"));
        without.setId("make-without");
        var group = new ToggleGroup();
        group.getToggles().addAll(with, without);
        group.selectToggle(with);
        var problem = DoorPanel.words("", "field-problem");
        var fields = new VBox(
                DoorPanel.field(texts.get("shell.door.passphrase"), words),
                DoorPanel.field(texts.get("shell.door.passphrase-again"), again));
        fields.getStyleClass().add("gap-8");
        fields.visibleProperty().bind(with.selectedProperty());
        fields.managedProperty().bind(with.selectedProperty());
        var make = DoorPanel.button("make-store", texts.get("shell.door.make"), () -> {
            Optional<String> wrong = with.isSelected() ? wrong(words.getText(), again.getText()) : Optional.empty();
            wrong.ifPresentOrElse(problem::setText, () -> make(with.isSelected() ? words.getText() : null, toImport));
        });
        make.getStyleClass().addAll("accent", "large");
        make.setDefaultButton(true);
        show(new DoorPanel(texts.get("shell.app"), texts.get("shell.door.protect"))
                .with(
                        with,
                        fields,
                        without,
                        DoorPanel.words(texts.get("shell.door.without-note"), "muted", "size-12"),
                        problem,
                        make,
                        DoorPanel.button("make-back", texts.get("shell.door.back"), this::firstStart)));
        words.requestFocus();
    }

    private Optional<String> wrong(String words, String again) {
        if (words.length() < SHORTEST || words.length() > LONGEST) {
            return Optional.of(texts.get("shell.door.passphrase-length", SHORTEST, LONGEST));
        }
        return words.equals(again) ? Optional.empty() : Optional.of(texts.get("shell.door.passphrase-differs"));
    }

    private void make(@Nullable String passphrase, Path toImport) {
        waiting();
        Unlock unlock = passphrase == null ? new Unlock.Alone() : new Unlock.Passphrase(passphrase);
        Callable<Created> create = () -> passphrase == null ? door.create() : door.create(passphrase);
        kit.background().run(create, created -> showRecoveryKey(created, unlock, toImport), this::refuse);
    }

    private void showRecoveryKey(Created created, Unlock unlock, Path toImport) {
        var key = new TextField(created.recoveryKey().written());
        key.setId("recovery-key");
        key.setEditable(false);
        key.getStyleClass().add("recovery-key");
        var on = DoorPanel.button(
                "recovery-written",
                texts.get("shell.door.recovery-written"),
                () -> arrivals.arrived(created.store(), unlock, toImport));
        on.getStyleClass().addAll("accent", "large");
        show(new DoorPanel(texts.get("shell.app"), texts.get("shell.door.recovery-once"))
                .with(
                        DoorPanel.field(texts.get("shell.door.recovery-key"), key),
                        DoorPanel.note(Icon.PASSPHRASE, texts.get("shell.door.recovery-note")),
                        on));
        key.requestFocus();
        key.selectAll();
    }

    private void locked() {
        locked("");
    }

    private void locked(String problem) {
        var words = new PasswordField();
        words.setId("unlock-passphrase");
        var recovery = new TextField();
        recovery.setId("unlock-recovery");
        var open = DoorPanel.button(
                "unlock",
                texts.get("shell.door.open"),
                () -> open(
                        recovery.getText().isBlank()
                                ? new Unlock.Passphrase(words.getText())
                                : new Unlock.Recovery(recovery.getText())));
        open.getStyleClass().addAll("accent", "large");
        open.setDefaultButton(true);
        var wrong = DoorPanel.words(problem, "field-problem");
        wrong.setId("unlock-problem");
        show(new DoorPanel(texts.get("shell.app"), texts.get("shell.door.locked"))
                .with(
                        DoorPanel.field(texts.get("shell.door.passphrase"), words),
                        DoorPanel.field(texts.get("shell.door.or-recovery-key"), recovery),
                        wrong,
                        open,
                        DoorPanel.note(Icon.SAFE_VIEW, texts.get("shell.door.safe-view"))));
        words.requestFocus();
    }

    /** Says why the desk cannot be entered, and what can be done. */
    public void refuse(Exception failure) {
        if (!(failure instanceof StoreRefused refused)) {
            LOG.error("the store could not be opened", Unexpected.wordless(failure));
            showRefusal(texts.get("shell.door.failed"));
            return;
        }
        switch (refused.reason()) {
            case StoreRefused.NeedsPassphrase _ -> locked();
            case StoreRefused.WrongKey _, StoreRefused.Mistyped _ -> locked(refused.words(texts));
            case StoreRefused.Reason _ -> showRefusal(refused.words(texts));
        }
    }

    private void showRefusal(String sentence) {
        var words = DoorPanel.words(sentence);
        words.setId("refusal");
        var again = DoorPanel.button("refusal-again", texts.get("shell.door.again"), this::begin);
        again.getStyleClass().addAll("accent", "large");
        again.setDefaultButton(true);
        show(new DoorPanel(texts.get("shell.app"), texts.get("shell.door.refused"))
                .with(
                        words,
                        again,
                        DoorPanel.button("refusal-restore", texts.get("shell.door.restore"), arrivals::restore),
                        DoorPanel.button("refusal-shared", texts.get("shell.desk.open-shared"), arrivals::openShared),
                        DoorPanel.button("refusal-sample", texts.get("shell.door.sample"), arrivals::openSample)));
        again.requestFocus();
    }

    private void show(DoorPanel panel) {
        node.getChildren().setAll(panel.node());
    }
}
