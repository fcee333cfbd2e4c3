package org.moderationdesk.decisions.view;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.ClauseCode;

/** One rule of the checklist: its code and words, its answer, its evidence marks, its note. */
final class RuleRow extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final ClauseCode code;
    private final ChecklistModel model;
    private final AnswerButtons answers;
    private final Text marks = new Text();
    private final Label noted = new Label();
    private final TextField note = new TextField();
    private final Hyperlink addNote;
    private final VBox extra = new VBox();
    private final String words;
    private List<Integer> shownMarks = List.of();
    private @Nullable Answer shownAnswer;
    private @Nullable CounselLine counsel;

    RuleRow(ClauseCode code, ChecklistModel model, Speech speech) {
        this.code = code;
        this.model = model;
        this.words = speech.book().text(code);
        String id = "rule-" + code.value().replace('.', '-');
        setId(id);
        getStyleClass().add("rule-row");
        answers = new AnswerButtons(id, code + " " + words, speech, answer -> {
            model.goTo(code);
            model.answer(code, answer);
        });
        addNote = new Hyperlink(speech.get("decisions.checklist.note.add"));
        addNote.setId(id + "-add-note");
        addNote.setOnAction(_ -> writeNote());
        note.setId(id + "-note");
        note.setPromptText(speech.get("decisions.checklist.note.prompt"));
        note.setAccessibleText(speech.get("decisions.checklist.note.name", code.value()));
        note.textProperty().subscribe(text -> model.note(code, text));
        note.focusedProperty().subscribe(focused -> {
            if (!focused) {
                showNoteParts();
            }
        });
        note.setOnAction(_ -> leaveNote());
        noted.getStyleClass().addAll("muted", "size-12");
        noted.setWrapText(true);
        extra.getStyleClass().add("gap-8");
        getChildren().add(line());
        setOnMousePressed(_ -> model.goTo(code));
        setAccessibleText(code + " " + words);
    }

    private HBox line() {
        var number = new Text(code + "  ");
        number.getStyleClass().addAll("muted", "size-12");
        var text = new Text(words);
        text.getStyleClass().addAll("size-12", "rule-words");
        marks.getStyleClass().addAll("tone-accent", "size-12");
        var flow = new TextFlow(number, text, marks);
        HBox.setHgrow(flow, Priority.ALWAYS);
        var line = new HBox(flow, answers);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("gap-12");
        return line;
    }

    /** Shows what the proposal says of this rule; what has not changed is left alone. */
    void show(Proposal proposal) {
        Answer answer = proposal.answers().get(code);
        if (answer != shownAnswer) {
            shownAnswer = answer;
            answers.show(answer);
        }
        List<Integer> numbers = IntStream.range(0, proposal.evidence().size())
                .filter(at -> proposal.evidence().get(at).clause().equals(code))
                .boxed()
                .toList();
        if (!numbers.equals(shownMarks)) {
            shownMarks = numbers;
            marks.setText(numbers.stream().map(at -> " E" + (at + 1)).collect(Collectors.joining()));
        }
        String said = Objects.requireNonNullElse(proposal.notes().get(code), "");
        if (!said.equals(note.getText())) {
            note.setText(said);
        }
        if (!note.isFocused()) {
            showNoteParts();
        }
    }

    void lock(boolean locked) {
        answers.lock(locked);
        addNote.setDisable(locked);
    }

    void setCurrent(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
        if (counsel != null) {
            counsel.showKey(current);
        }
        showNoteParts();
    }

    private boolean isCurrent() {
        return getPseudoClassStates().contains(CURRENT);
    }

    /** What is said of the rule by a room above stands beneath it. */
    void counsel(Counsel from) {
        if (counsel != null) {
            counsel.hide();
            getChildren().remove(counsel);
            counsel = null;
        }
        if (!from.line(code).isEmpty()) {
            counsel = new CounselLine(code, from);
            counsel.showKey(isCurrent());
            getChildren().add(1, counsel);
        }
    }

    /** Shows why, or shows it no more; nothing where nothing is said. */
    void openCounsel() {
        if (counsel != null) {
            counsel.open();
        }
    }

    /** The explanation stands beneath the rule. */
    void explain(VBox card) {
        getChildren().add(card);
    }

    void writeNote() {
        model.goTo(code);
        put(note);
        note.requestFocus();
        note.end();
    }

    private void leaveNote() {
        showNoteParts();
        answers.getChildren().getFirst().requestFocus();
    }

    private void showNoteParts() {
        if (!note.getText().isBlank()) {
            noted.setText(note.getText());
            if (isCurrent()) {
                put(note);
            } else {
                put(noted);
            }
        } else if (isCurrent()) {
            put(addNote);
        } else {
            getChildren().remove(extra);
        }
    }

    private void put(Node part) {
        if (!extra.getChildren().equals(List.of(part))) {
            extra.getChildren().setAll(part);
        }
        if (!getChildren().contains(extra)) {
            getChildren().add(counsel == null ? 1 : 2, extra);
        }
    }
}
