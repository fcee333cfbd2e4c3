package org.moderationdesk.retention.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Progress;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.retention.DataClass;
import org.moderationdesk.retention.Plan;
import org.moderationdesk.retention.Retention;
import org.moderationdesk.settings.view.SettingsCard;
import org.moderationdesk.staff.Person;

/** For administrators: how long each class of data is kept, what would go now, and letting it go. */
public final class RetentionCard implements SettingsCard {
    private static final String KEEP_KEY = "Alt+K";
    private static final String PLAN_KEY = "Alt+P";
    private static final String RUN_KEY = "Alt+G";

    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Retention retention;
    private final Person self;
    private final Map<DataClass, TextField> days = new EnumMap<>(DataClass.class);
    private final Map<DataClass, Label> outcome = new EnumMap<>(DataClass.class);
    private final Label said = DoorPanel.words("", "size-12");
    private final Button go;
    private final Watching watching;

    public RetentionCard(Kit kit, Dialogs dialogs, Retention retention, Person self) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.retention = retention;
        this.self = self;
        this.watching = new Watching(kit, dialogs, said);
        said.setId("retention-said");
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        go = KeyButton.of("retention-run", texts.get("retention.run"), RUN_KEY, this::askRun);
        go.setDisable(true);
    }

    @Override
    public Node node() {
        var heading = new Label(texts.get("retention.title"));
        heading.getStyleClass().addAll("strong", "size-14");
        var keep = KeyButton.of("retention-keep", texts.get("retention.keep"), KEEP_KEY, this::keep);
        keep.getStyleClass().add("accent");
        var plan = KeyButton.of("retention-plan", texts.get("retention.plan"), PLAN_KEY, this::plan);
        var buttons = new HBox(keep, plan, go);
        buttons.getStyleClass().add("gap-8");
        var card = new VBox(
                heading,
                DoorPanel.words(
                        texts.get("retention.sentence", DataClass.FLOOR_DAYS, DataClass.MOST_DAYS),
                        "muted",
                        "size-12"));
        card.getStyleClass().addAll("card", "gap-12");
        for (DataClass what : DataClass.values()) {
            card.getChildren().add(row(what));
        }
        card.getChildren().addAll(DoorPanel.words(texts.get("retention.log-stays"), "muted", "size-12"), buttons, said);
        kit.background().run(() -> retention.periods(self), this::show, watching::failed);
        return card;
    }

    @Override
    public List<Keys> keys() {
        return List.of(new Keys(texts.get("retention.title"))
                .on(KEEP_KEY, texts.get("retention.keep"), this::keep)
                .on(PLAN_KEY, texts.get("retention.plan"), this::plan)
                .on(RUN_KEY, texts.get("retention.run"), this::askRun, () -> !go.isDisabled()));
    }

    private Node row(DataClass what) {
        String words = texts.get("retention.class." + what);
        var name = new Label(words);
        name.getStyleClass().add("retention-name");
        name.setWrapText(true);
        var field = new TextField();
        field.setId("retention-days-" + what);
        field.setPromptText(texts.get("retention.kept"));
        field.setAccessibleText(texts.get("retention.days.of", words));
        field.getStyleClass().add("settings-number");
        var unit = new Label(texts.get("retention.days"));
        unit.getStyleClass().addAll("muted", "size-12");
        var becomes = new Label();
        becomes.setId("retention-outcome-" + what);
        becomes.getStyleClass().add("size-12");
        becomes.setWrapText(true);
        HBox.setHgrow(becomes, Priority.ALWAYS);
        days.put(what, field);
        outcome.put(what, becomes);
        var row = new HBox(name, field, unit, becomes);
        row.getStyleClass().add("settings-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show(Map<DataClass, Integer> periods) {
        days.forEach((what, field) -> {
            Integer set = periods.get(what);
            field.setText(set == null ? "" : Integer.toString(set));
        });
    }

    private void keep() {
        Map<DataClass, Optional<Integer>> wanted = new EnumMap<>(DataClass.class);
        boolean sound = true;
        for (Map.Entry<DataClass, TextField> entry : days.entrySet()) {
            String typed = entry.getValue().getText().strip();
            boolean fits = typed.isEmpty() || typed.matches("\\d{1,5}") && isPeriod(Integer.parseInt(typed));
            entry.getValue().getStyleClass().remove("wrong");
            if (fits) {
                wanted.put(entry.getKey(), typed.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(typed)));
            } else {
                entry.getValue().getStyleClass().add("wrong");
                sound = false;
            }
        }
        if (!sound) {
            watching.say(texts.get("retention.refused.PERIOD"), true);
            return;
        }
        kit.background()
                .run(
                        () -> {
                            wanted.forEach((what, period) -> retention.set(self, what, period));
                            return retention.periods(self);
                        },
                        periods -> {
                            show(periods);
                            forget();
                            watching.say(texts.get("retention.kept-now"), false);
                        },
                        watching::failed);
    }

    private static boolean isPeriod(int typed) {
        return typed >= DataClass.FLOOR_DAYS && typed <= DataClass.MOST_DAYS;
    }

    private void plan() {
        forget();
        watching.run(texts.get("retention.planning"), progress -> retention.plan(self, progress), plan -> {
            tell(plan, "retention.would-go");
            go.setDisable(plan.goes() == 0);
            watching.say(
                    plan.goes() == 0
                            ? texts.get("retention.nothing")
                            : texts.get("retention.planned", kit.numbers().whole(plan.goes())),
                    false);
        });
    }

    private void askRun() {
        dialogs.confirm(
                texts.get("retention.run"), texts.get("retention.run.means"), texts.get("retention.run"), () -> {
                    go.setDisable(true);
                    // Once this question is closed: the work has a panel of its own.
                    kit.background().run(() -> self, _ -> runNow(), watching::failed);
                });
    }

    private void runNow() {
        watching.run(texts.get("retention.running"), (Progress progress) -> retention.run(self, progress), done -> {
            tell(done, "retention.gone");
            watching.say(texts.get("retention.done", kit.numbers().whole(done.goes())), false);
        });
    }

    private void forget() {
        go.setDisable(true);
        outcome.values().forEach(label -> label.setText(""));
    }

    private void tell(Plan plan, String key) {
        plan.classes().forEach((what, of) -> {
            Label label = outcome.get(what);
            if (label != null) {
                String goes =
                        of.days() == null ? "" : texts.get(key, kit.numbers().whole(of.goes()));
                label.setText(
                        of.held().isEmpty()
                                ? goes
                                : texts.get("retention.and-held", goes, HeldWords.of(kit, of.held())));
            }
        });
    }
}
