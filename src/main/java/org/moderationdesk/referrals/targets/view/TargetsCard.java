package org.moderationdesk.referrals.targets.view;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.ActingRows;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.targets.Target;
import org.moderationdesk.referrals.targets.TargetChange;
import org.moderationdesk.referrals.targets.TargetEntry;
import org.moderationdesk.referrals.targets.Targets;
import org.moderationdesk.referrals.targets.TargetsRefused;
import org.moderationdesk.referrals.targets.TargetsRefused.Why;
import org.moderationdesk.referrals.targets.TargetsVersion;
import org.moderationdesk.settings.view.SettingsCard;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;

/** For administrators: to whom things are referred, who can order something, by which clocks, and what changed of that. */
public final class TargetsCard implements SettingsCard {
    private static final int LINES = 4;
    private static final int VERSIONS = 100;
    private static final double HISTORY = 380;
    private static final String ADD_KEY = "Alt+D";
    private static final String CHANGE_KEY = "Alt+C";
    private static final String REMOVE_KEY = "Alt+R";
    private static final String HISTORY_KEY = "Alt+V";
    private static final String AGAIN_KEY = "Alt+O";
    /** Keeps a form open without a sentence of its own. */
    private static final Optional<String> STAYS = Optional.of(" ");

    private final Kit kit;
    private final Texts texts;
    private final TargetWords words;
    private final Dialogs dialogs;
    private final StoredTargets stored;
    private final Person self;
    private final VBox list = new VBox();
    private final ActingRows rows = new ActingRows(list);
    private final Label said = DoorPanel.words("", "size-12");
    private final Label version = DoorPanel.words("", "muted", "size-12");
    private final Button again;
    private @Nullable Targets shown;
    private boolean sending;

    public TargetsCard(Kit kit, Dialogs dialogs, StoredTargets stored, Person self) {
        this.kit = kit;
        this.texts = kit.texts();
        this.words = new TargetWords(texts);
        this.dialogs = dialogs;
        this.stored = stored;
        this.self = self;
        list.setId("targets");
        said.setId("targets-said");
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        version.setId("targets-version");
        again = KeyButton.of("targets-again", texts.get("referrals.again"), AGAIN_KEY, this::refresh);
        again.managedProperty().bind(again.visibleProperty());
        again.setVisible(false);
    }

    @Override
    public Node node() {
        var heading = new Label(texts.get("referrals.targets"));
        heading.getStyleClass().addAll("strong", "size-14");
        var buttons = new HBox(
                KeyButton.of("targets-add", texts.get("referrals.targets.add"), ADD_KEY, this::add),
                KeyButton.of("targets-history", texts.get("referrals.targets.history"), HISTORY_KEY, this::history),
                again);
        buttons.getStyleClass().add("gap-8");
        var card = new VBox(
                heading,
                DoorPanel.words(texts.get("referrals.targets.sentence"), "muted", "size-12"),
                version,
                buttons,
                said,
                list);
        card.setId("targets-card");
        card.getStyleClass().addAll("card", "gap-12");
        list.getChildren().setAll(new Loading(LINES, texts.get("referrals.targets.loading")));
        refresh();
        return card;
    }

    @Override
    public List<Keys> keys() {
        return List.of(new Keys(texts.get("referrals.targets"))
                .on(ADD_KEY, texts.get("referrals.targets.add"), this::add, this::isThere)
                .on("Alt+J", texts.get("referrals.targets.next"), () -> rows.move(1), () -> !rows.isEmpty())
                .on("Alt+Shift+J", texts.get("referrals.targets.previous"), () -> rows.move(-1), () -> !rows.isEmpty())
                .on(
                        CHANGE_KEY,
                        texts.get("referrals.targets.change"),
                        () -> rows.fire(CHANGE_KEY),
                        () -> rows.can(CHANGE_KEY))
                .on(
                        REMOVE_KEY,
                        texts.get("referrals.targets.remove"),
                        () -> rows.fire(REMOVE_KEY),
                        () -> rows.can(REMOVE_KEY))
                .on(HISTORY_KEY, texts.get("referrals.targets.history"), this::history, this::isThere)
                .on(AGAIN_KEY, texts.get("referrals.again"), this::refresh, again::isVisible));
    }

    private boolean isThere() {
        return shown != null;
    }

    private void refresh() {
        kit.background().run(stored::inForce, this::show, this::failed);
    }

    private void show(Targets targets) {
        shown = targets;
        again.setVisible(false);
        version.setText(
                targets.version() == 0
                        ? texts.get("referrals.targets.version.shipped")
                        : texts.get("referrals.targets.version", targets.version()));
        list.getChildren().clear();
        rows.show(targets.all().stream().map(this::row).toList());
    }

    private ActingRows.Row row(Target target) {
        var name = new Label(target.name().in(texts.language()));
        name.getStyleClass().addAll("size-12", "strong");
        name.setMinWidth(0);
        var code = new Tag(target.code());
        code.setMnemonicParsing(false);
        var gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        List<ActingRows.Act> acts = new ArrayList<>();
        var change = new Button();
        change.setId("target-change-" + target.code());
        change.setAccessibleText(texts.get("referrals.targets.change.of", target.code()));
        change.setOnAction(_ -> change(target));
        acts.add(ActingRows.Act.of(CHANGE_KEY, change, new Label(texts.get("referrals.targets.change"))));
        var head = new HBox(name, code, gap, change);
        if (!StoredTargets.isShipped(target.code())) {
            var remove = new Button();
            remove.setId("target-remove-" + target.code());
            remove.setAccessibleText(texts.get("referrals.targets.remove.of", target.code()));
            remove.setOnAction(_ -> remove(target));
            acts.add(ActingRows.Act.of(REMOVE_KEY, remove, new Label(texts.get("referrals.targets.remove"))));
            head.getChildren().add(remove);
        }
        head.getStyleClass().add("gap-8");
        head.setAlignment(Pos.CENTER_LEFT);
        var row = new VBox(
                head,
                line(texts.get(
                        "referrals.targets.row.what",
                        words.of(target.kind()),
                        words.of(target.direction()),
                        words.place(target.jurisdiction()),
                        target.legalBasis().in(texts.language()),
                        words.of(target.duty()))),
                line(target.trigger().in(texts.language())),
                line(texts.get(
                        "referrals.targets.row.how",
                        words.deadline(target),
                        words.of(target.channel()),
                        words.contact(target))),
                line(texts.get(
                        "referrals.targets.row.kept", words.minimum(target.minimum()), words.preserved(target))));
        row.setId("target-" + target.code());
        row.getStyleClass().addAll("target-row", "edge-top");
        return new ActingRows.Row(target.code(), row, acts);
    }

    private Label line(String said) {
        return DoorPanel.words(words.begun(said), "muted", "size-12");
    }

    private void add() {
        if (shown != null) {
            open(texts.get("referrals.targets.add"), new TargetForm(texts, null), shown, true);
        }
    }

    private void change(Target target) {
        if (shown != null) {
            open(texts.get("referrals.targets.change.of", target.code()), new TargetForm(texts, target), shown, false);
        }
    }

    private void open(String title, TargetForm form, Targets on, boolean isNew) {
        var problem = DoorPanel.words("", "field-problem");
        problem.setId("target-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        var box = new VBox(form, problem);
        sending = false;
        dialogs.form(title, box, texts.get("referrals.targets.save"), () -> {
            TargetEntry entry = form.entry();
            Set<TargetEntry.Field> faults = EnumSet.noneOf(TargetEntry.Field.class);
            faults.addAll(entry.faults());
            form.show(faults);
            boolean there = isNew && on.find(entry.code()).isPresent();
            if (faults.isEmpty() && there) {
                form.say(TargetEntry.Field.CODE, texts.get("referrals.targets.fault.there", entry.code()));
            } else if (faults.isEmpty() && !sending) {
                sending = true;
                problem.setText("");
                send(
                        () -> stored.set(self, on.version(), entry.target()),
                        () -> {
                            if (box.getScene() != null) {
                                dialogs.close();
                            }
                        },
                        failure -> refused(failure, form, problem));
            }
            return STAYS;
        });
    }

    private void refused(Exception failure, TargetForm form, Label problem) {
        if (form.getScene() == null) {
            // It was left meanwhile.
            failed(failure);
        } else if (failure instanceof TargetsRefused refused && refused.why() == Why.TOO_SHORT) {
            form.say(TargetEntry.Field.DAYS, refused.words(texts));
        } else {
            problem.setText(words(failure));
        }
    }

    private void remove(Target target) {
        Targets on = shown;
        if (on != null) {
            dialogs.confirm(
                    texts.get("referrals.targets.remove.of", target.code()),
                    texts.get("referrals.targets.remove.means"),
                    texts.get("referrals.targets.remove"),
                    () -> send(() -> stored.remove(self, on.version(), target.code()), () -> {}, this::failed));
        }
    }

    private void send(Callable<Targets> work, Runnable onDone, Consumer<Exception> onFailed) {
        say("", false);
        kit.background()
                .run(
                        work,
                        made -> {
                            sending = false;
                            onDone.run();
                            say(texts.get("referrals.targets.made", made.version()), false);
                            show(made);
                        },
                        failure -> {
                            sending = false;
                            onFailed.accept(failure);
                            if (failure instanceof TargetsRefused) {
                                refresh();
                            }
                        });
    }

    private void history() {
        kit.background().run(() -> stored.history(VERSIONS), this::show, this::failed);
    }

    private void show(List<TargetsVersion> versions) {
        var page = new VBox();
        page.getStyleClass().addAll("gap-12", "target-form");
        for (TargetsVersion one : versions) {
            var heading = DoorPanel.words(
                    texts.get(
                            "referrals.targets.history.one",
                            one.version(),
                            one.by(),
                            kit.times().moment(one.at(), kit.clock().instant())),
                    "strong",
                    "size-12");
            var box = new VBox(heading);
            for (TargetChange change : one.changes()) {
                box.getChildren().add(DoorPanel.words(words.change(change), "size-12"));
            }
            page.getChildren().add(box);
        }
        page.getChildren().add(DoorPanel.words(texts.get("referrals.targets.history.shipped"), "muted", "size-12"));
        var scroll = new ScrollPane(page);
        scroll.setId("targets-versions");
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(HISTORY);
        scroll.getStyleClass().add("edge-less");
        dialogs.show(texts.get("referrals.targets.history"), scroll);
    }

    private void failed(Exception failure) {
        if (shown == null) {
            list.getChildren().clear();
        }
        again.setVisible(!(failure instanceof TargetsRefused));
        say(words(failure), true);
    }

    private String words(Exception failure) {
        return switch (failure) {
            case TargetsRefused refused -> refused.words(texts);
            case RightRefused refused -> refused.words(texts);
            default -> texts.get("referrals.targets.failed");
        };
    }

    private void say(String sentence, boolean wrong) {
        said.getStyleClass().remove("tone-danger");
        if (wrong) {
            said.getStyleClass().add("tone-danger");
        }
        said.setText(sentence);
    }
}
