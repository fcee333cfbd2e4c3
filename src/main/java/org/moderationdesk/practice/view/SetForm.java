package org.moderationdesk.practice.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.StoreForm;
import org.moderationdesk.practice.Changes;
import org.moderationdesk.practice.Field;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.ScoringRules;
import org.moderationdesk.practice.SetState;
import org.moderationdesk.practice.SetTerms;
import org.moderationdesk.practice.Told;

/** Where a trainer says what a set is called and how it is scored. */
final class SetForm {
    private final TrainerModel model;
    private final PracticeWords words;
    private final Dialogs dialogs;
    private final VBox form = new VBox();
    private final TwoTongues title;
    private final TwoTongues about;
    private final TwoTongues why;
    private final Spinner<Integer> passMark;
    private final Spinner<Integer> keepers;
    private final CheckBox open = new CheckBox();
    private final CheckBox severe = new CheckBox();
    private final Map<Field, Spinner<Integer>> weights = new EnumMap<>(Field.class);
    private final @Nullable PracticeSet set;

    /** @param set null for a new one */
    SetForm(TrainerModel model, PracticeWords words, Dialogs dialogs, @Nullable PracticeSet set) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        this.set = set;
        SetTerms now = set == null
                ? new SetTerms(
                        Told.nothing(),
                        Told.nothing(),
                        model.home().doors().book().edition(),
                        false,
                        1,
                        ScoringRules.usual())
                : set.newest().terms();
        title = new TwoTongues("practice-title", words.get("practice.form.title"), 1, now.title(), words);
        about = new TwoTongues("practice-about", words.get("practice.form.about"), 2, now.about(), words);
        why = new TwoTongues("practice-why", words.get("practice.form.why"), 2, Told.nothing(), words);
        passMark = spinner(
                "practice-pass-mark",
                "practice.form.pass-mark",
                100,
                now.scoring().passMark());
        keepers = spinner("practice-keepers", "practice.form.keepers", 2, now.keepers());
        open.setText(words.get("practice.form.open"));
        open.setSelected(now.open());
        open.setId("practice-open");
        severe.setText(words.get("practice.form.severe"));
        severe.setSelected(now.scoring().severeFails());
        severe.setId("practice-severe-fails");
        lay(now);
    }

    private Spinner<Integer> spinner(String id, String key, int most, int now) {
        var spinner = new Spinner<Integer>(most == 2 ? 1 : 0, most, now);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(84);
        spinner.getEditor().setAccessibleText(words.get(key));
        spinner.setAccessibleText(words.get(key));
        return spinner;
    }

    private void lay(SetTerms now) {
        var numbers = new HBox(named("practice.form.pass-mark", passMark), named("practice.form.keepers", keepers));
        numbers.getStyleClass().add("gap-16");
        var weighed = new FlowPane();
        weighed.getStyleClass().add("gap-12");
        for (Field field : Field.values()) {
            String key = "practice.field." + field;
            Spinner<Integer> weight =
                    spinner("practice-weight-" + field, key, 100, now.scoring().weight(field));
            weights.put(field, weight);
            weighed.getChildren().add(named(key, weight));
        }
        form.getChildren()
                .addAll(
                        title,
                        about,
                        numbers,
                        Shown.label(words.get("practice.form.weights"), "field-label"),
                        weighed,
                        open,
                        severe);
        if (set != null && set.state() == SetState.PUBLISHED) {
            form.getChildren().add(why);
        }
        form.getStyleClass().add("gap-12");
        form.setMaxWidth(600);
    }

    private VBox named(String key, Spinner<Integer> spinner) {
        Label name = Shown.label(words.get(key), "field-label");
        var both = new VBox(name, spinner);
        both.getStyleClass().add("gap-4");
        return both;
    }

    void open() {
        new StoreForm(dialogs, form)
                .open(
                        words.get(set == null ? "practice.new" : "practice.edit"),
                        words.get(set == null ? "practice.form.make" : "practice.form.save"),
                        this::send);
    }

    private void send(Runnable onDone, Consumer<String> onRefused) {
        SetTerms terms = terms();
        if (set != null) {
            model.change(Changes.ofTerms(terms), why.told(), onDone, onRefused);
            return;
        }
        var nothing = new Changes(null, List.of(), List.of(), Set.of());
        model.act(
                () -> model.home().doors().sets().make(model.home().person(), terms, nothing),
                made -> {
                    model.home().shelfProperty().set(SetState.DRAFT);
                    model.home().select(made);
                    onDone.run();
                },
                onRefused);
    }

    private SetTerms terms() {
        Map<Field, Integer> all = new EnumMap<>(Field.class);
        weights.forEach((field, spinner) -> all.put(field, spinner.getValue()));
        String edition = set == null
                ? model.home().doors().book().edition()
                : set.newest().terms().edition();
        return new SetTerms(
                title.told(),
                about.told(),
                edition,
                open.isSelected(),
                keepers.getValue(),
                new ScoringRules(all, passMark.getValue(), severe.isSelected()));
    }
}
