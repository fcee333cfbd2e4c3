package org.moderationdesk.routing.view;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.fx.Chip;
import org.moderationdesk.fx.DoorPanel;

/** The few kinds of field that the forms are made of. */
final class Fields {
    private Fields() {}

    /** A field of codes with commas or spaces between them. */
    static VBox codes(String id, String name, String prompt, Set<String> value, Consumer<Set<String>> onChange) {
        var field = new TextField(value.stream().sorted().collect(Collectors.joining(", ")));
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        field.textProperty().subscribe((_, words) -> onChange.accept(split(words)));
        return DoorPanel.field(name, field);
    }

    static Set<String> split(String words) {
        return Arrays.stream(words.split("[,;\\s]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A choice of some of these, each a chip. */
    static <T> VBox chips(String id, String name, List<Choice<T>> choices, Consumer<Set<T>> onChange) {
        Set<T> chosen = new LinkedHashSet<>();
        var chips = new FlowPane();
        chips.getStyleClass().add("routing-chips");
        for (Choice<T> choice : choices) {
            if (choice.chosen()) {
                chosen.add(choice.value());
            }
            var chip = new Chip(choice.words());
            chip.setId(id + "-" + choice.value());
            chip.setSelected(choice.chosen());
            chip.setAccessibleText(name + ", " + choice.words());
            chip.setDisable(choice.fixed());
            chip.setOnAction(_ -> {
                if (chip.isSelected()) {
                    chosen.add(choice.value());
                } else {
                    chosen.remove(choice.value());
                }
                onChange.accept(Set.copyOf(chosen));
            });
            chips.getChildren().add(chip);
        }
        var label = new Label(name);
        label.getStyleClass().add("field-label");
        var box = new VBox(label, chips);
        box.setId(id);
        box.getStyleClass().add("gap-4");
        return box;
    }

    /** @param fixed whether it cannot be chosen otherwise */
    record Choice<T>(T value, String words, boolean chosen, boolean fixed) {}
}
