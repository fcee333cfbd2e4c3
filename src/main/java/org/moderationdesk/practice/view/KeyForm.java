package org.moderationdesk.practice.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.fx.Chip;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.practice.AnswerKey;
import org.moderationdesk.practice.Difficulty;
import org.moderationdesk.practice.Field;
import org.moderationdesk.practice.PracticeItem;
import org.moderationdesk.practice.Told;

/** What a key says beside the decision: why, what to look for, how hard, which fields count, and what else is right. */
final class KeyForm extends VBox {
    private final Proposal first;
    private final TwoTongues title;
    private final TwoTongues why;
    private final TwoTongues lookFor;
    private final ComboBox<Difficulty> difficulty = new ComboBox<>();
    private final ComboBox<ClauseCode> clause = new ComboBox<>();
    private final Map<Field, Chip> counts = new EnumMap<>(Field.class);
    private final List<Other> others = new ArrayList<>();

    /** An answer that was accepted before, and may stay so. */
    private record Other(Proposal proposal, CheckBox kept) {}

    /** @param first what the key stands for from now on */
    KeyForm(PracticeWords words, PracticeItem item, AnswerKey before, Proposal first) {
        this.first = first;
        title = new TwoTongues("practice-key-title", words.get("practice.write.title"), 1, item.title(), words);
        why = new TwoTongues("practice-key-why", words.get("practice.key.why"), 2, before.why(), words);
        lookFor = new TwoTongues("practice-key-look", words.get("practice.key.look-for"), 2, before.lookFor(), words);
        difficulty.setId("practice-key-difficulty");
        difficulty.getItems().setAll(Difficulty.values());
        difficulty.setValue(before.difficulty());
        difficulty.setAccessibleText(words.get("practice.key.difficulty"));
        difficulty.setConverter(spoken(words));
        clause.setId("practice-key-clause");
        clause.setAccessibleText(words.get("practice.key.clause"));
        clause.getItems().setAll(first.answers().keySet());
        ClauseCode about = before.clause();
        clause.setValue(about != null && first.answers().containsKey(about) ? about : likely());
        var row = new HBox(
                named(words.get("practice.key.difficulty"), difficulty),
                named(words.get("practice.key.clause"), clause));
        row.getStyleClass().add("gap-16");
        var chips = new FlowPane();
        chips.getStyleClass().add("gap-4");
        for (Field field : Field.values()) {
            var chip = new Chip(words.get("practice.field." + field));
            chip.setSelected(before.counts().contains(field));
            chip.setId("practice-counts-" + field);
            counts.put(field, chip);
            chips.getChildren().add(chip);
        }
        var accepted = new VBox();
        accepted.getStyleClass().add("gap-4");
        before.accepted().stream().filter(one -> !one.equals(first)).forEach(one -> {
            var box = new CheckBox(words.answer(one) + " " + words.rule(one, before.clause()));
            // What was only one of several stays; what the key itself said before gives way unless it is wanted.
            box.setSelected(!one.equals(before.first()));
            others.add(new Other(one, box));
            accepted.getChildren().add(box);
        });
        getChildren()
                .addAll(
                        Shown.wrapped(words.get("practice.key.becomes", words.answer(first)), "size-13"),
                        title,
                        why,
                        lookFor,
                        row,
                        Shown.label(words.get("practice.key.counts"), "field-label"),
                        chips);
        if (!others.isEmpty()) {
            getChildren().addAll(Shown.label(words.get("practice.key.others"), "field-label"), accepted);
        }
        getStyleClass().add("gap-8");
        setMaxWidth(600);
    }

    private @Nullable ClauseCode likely() {
        return first.answered(Answer.YES).stream()
                .findFirst()
                .or(() -> first.answers().keySet().stream().findFirst())
                .orElse(null);
    }

    /** Puts something more below. */
    void below(Node part) {
        getChildren().add(part);
    }

    Told title() {
        return title.told();
    }

    /** @param by who writes it, and stands for it */
    AnswerKey key(String by) {
        List<Proposal> accepted = new ArrayList<>(List.of(first));
        others.stream().filter(one -> one.kept().isSelected()).forEach(one -> accepted.add(one.proposal()));
        Set<Field> fields = EnumSet.noneOf(Field.class);
        counts.forEach((field, chip) -> {
            if (chip.isSelected()) {
                fields.add(field);
            }
        });
        return new AnswerKey(
                accepted, fields, why.told(), lookFor.told(), difficulty.getValue(), clause.getValue(), List.of(by));
    }

    private static Node named(String name, Node control) {
        var both = new VBox(Shown.label(name, "field-label"), control);
        both.getStyleClass().add("gap-4");
        return both;
    }

    private static StringConverter<Difficulty> spoken(PracticeWords words) {
        return new StringConverter<>() {
            @Override
            public String toString(Difficulty value) {
                return value == null ? "" : words.get("practice.difficulty." + value);
            }

            @Override
            public Difficulty fromString(String shown) {
                throw new UnsupportedOperationException("is chosen, not typed");
            }
        };
    }
}
