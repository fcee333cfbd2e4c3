package org.moderationdesk.fx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;

/**
 * Several short codes, each a chip that says what it means. A code is typed, and Enter, a comma or a space makes a chip
 * of it; Backspace in the empty field takes the last one out, and so do a click, Delete or Backspace on a chip.
 */
public final class CodesField extends VBox {
    private final Words words;
    private final Texts texts;
    private final Map<String, Button> chips = new LinkedHashMap<>();
    private final FlowPane row = new FlowPane();
    private final TextField field = new TextField();
    private final Label problem = new Label();

    /**
     * What the field says.
     *
     * @param name the field's
     * @param prompt what stands in it while there is no code
     * @param unknown says of what was typed that it is no code
     * @param meaning what a chip says of a code; empty for what is no code
     */
    public record Words(String name, String prompt, UnaryOperator<String> unknown, UnaryOperator<String> meaning) {}

    public CodesField(Texts texts, String id, Words words, Set<String> codes) {
        this.texts = texts;
        this.words = words;
        field.setId(id);
        field.setAccessibleText(words.name());
        field.getStyleClass().add("codes-entry");
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        field.textProperty().subscribe(() -> problem.setText(""));
        var name = new Label(words.name());
        name.getStyleClass().add("field-label");
        name.setLabelFor(field);
        problem.setId(id + "-problem");
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        row.getStyleClass().add("codes-field");
        row.getChildren().add(field);
        getStyleClass().add("gap-4");
        getChildren().addAll(name, row, problem);
        codes.stream().sorted().forEach(this::add);
        prompt();
    }

    /** The codes, with what stands in the field still; empty when that is no code, which the field then says. */
    public Optional<Set<String>> codes() {
        return take() ? Optional.of(Set.copyOf(chips.keySet())) : Optional.empty();
    }

    private void pressed(KeyEvent event) {
        boolean empty = field.getText().isEmpty();
        if (event.getCode() == KeyCode.ENTER && !empty) {
            boolean unused = take();
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE && empty && !chips.isEmpty()) {
            remove(chips.keySet().stream().reduce((_, last) -> last).orElseThrow());
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        if (event.getCharacter().matches("[,; ]")) {
            boolean unused = take();
            event.consume();
        }
    }

    private boolean take() {
        for (String code : field.getText().split("[,;\\s]+")) {
            if (!code.isEmpty() && words.meaning().apply(code).isEmpty()) {
                problem.setText(words.unknown().apply(code));
                return false;
            }
        }
        String typed = field.getText();
        field.clear();
        problem.setText("");
        for (String code : typed.split("[,;\\s]+")) {
            if (!code.isEmpty() && !chips.containsKey(code)) {
                add(code);
            }
        }
        return true;
    }

    private void add(String code) {
        String meaning = words.meaning().apply(code);
        var chip = new Button(meaning.isEmpty() ? code : meaning, Icons.small(Icon.REMOVE));
        chip.setId(field.getId() + "-" + code);
        chip.getStyleClass().addAll("chip", "chosen", "code-chip");
        chip.setAccessibleText(texts.get("fx.codes.take-out", chip.getText()));
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setOnAction(_ -> remove(code));
        chip.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                remove(code);
                event.consume();
            }
        });
        chips.put(code, chip);
        row.getChildren().add(row.getChildren().size() - 1, chip);
        prompt();
    }

    private void remove(String code) {
        row.getChildren().remove(chips.remove(code));
        problem.setText("");
        field.requestFocus();
        prompt();
    }

    private void prompt() {
        field.setPromptText(chips.isEmpty() ? words.prompt() : "");
        field.getStyleClass().remove("codes-more");
        if (!chips.isEmpty()) {
            field.getStyleClass().add("codes-more");
        }
    }
}
