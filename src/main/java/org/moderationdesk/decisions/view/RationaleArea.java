package org.moderationdesk.decisions.view;

import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.guidelines.ClauseCode;

/** Why it is decided so, in the person's own words or in phrases to begin from. */
final class RationaleArea extends VBox {
    private static final int PHRASES = 8;

    private final PanelModel model;
    private final Speech speech;
    private final TextArea field = new TextArea();
    private final Label counter = new Label();
    private final Hyperlink insert;
    private final ContextMenu phrases = new ContextMenu();

    RationaleArea(PanelModel model, Speech speech) {
        this.model = model;
        this.speech = speech;
        getStyleClass().add("gap-4");
        field.setId("decision-rationale");
        field.setAccessibleText(speech.get("decisions.panel.rationale"));
        field.setWrapText(true);
        field.getStyleClass().add("rationale");
        field.setTextFormatter(new TextFormatter<String>(RationaleArea::withinLimit));
        field.textProperty().subscribe(text -> {
            model.rationale(text);
            counter.setText(speech.get("decisions.panel.counter", length(text), PanelModel.RATIONALE));
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveByTab);
        counter.getStyleClass().addAll("muted", "size-12");
        insert = new Hyperlink(speech.get("decisions.panel.phrase"));
        insert.setId("decision-phrase");
        insert.setOnAction(_ -> openPhrases());
        getChildren().addAll(head(), field);
        model.compactProperty()
                .subscribe(compact -> field.pseudoClassStateChanged(PseudoClass.getPseudoClass("compact"), compact));
    }

    private Node head() {
        var label = new Label(speech.get("decisions.panel.rationale"));
        label.getStyleClass().add("size-12");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(label, new KeyHint("R"), counter, gap, insert, new KeyHint("T"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gap-8");
        return head;
    }

    /** What would make it too long is not typed. */
    private static TextFormatter.Change withinLimit(TextFormatter.Change change) {
        String text = change.getControlNewText();
        boolean longer = text.length() > change.getControlText().length();
        if (longer && length(text) > PanelModel.RATIONALE) {
            change.setText("");
            change.setRange(change.getRangeStart(), change.getRangeStart());
            change.selectRange(change.getControlAnchor(), change.getControlCaretPosition());
        }
        return change;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A text field of several lines would keep Tab for itself. */
    private void leaveByTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB) {
            event.consume();
            field.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    void show(@Nullable Proposal proposal, boolean locked) {
        String text = proposal == null || proposal.rationale() == null ? "" : proposal.rationale();
        if (!text.strip().equals(field.getText().strip())) {
            field.setText(text);
        }
        field.setEditable(!locked);
        insert.setDisable(locked);
    }

    void focus() {
        field.requestFocus();
        field.end();
    }

    void openPhrases() {
        if (model.proposals().lockedProperty().get()) {
            return;
        }
        phrases.getItems().clear();
        for (int i = 1; i <= PHRASES; i++) {
            String phrase = speech.get("decisions.panel.phrase." + i, clauses());
            var item = new MenuItem(phrase);
            item.setMnemonicParsing(false);
            item.setId("phrase-" + i);
            item.setOnAction(_ -> insert(phrase));
            phrases.getItems().add(item);
        }
        phrases.show(insert, Side.TOP, 0, 0);
    }

    private String clauses() {
        Proposal proposal = model.proposals().proposalProperty().get();
        String yes = proposal == null
                ? ""
                : proposal.answered(Answer.YES).stream().map(ClauseCode::value).collect(Collectors.joining(", "));
        return yes.isEmpty() ? "\u2026" : yes;
    }

    private void insert(String phrase) {
        String before = field.getText();
        field.setText(before.isBlank() ? phrase : before.stripTrailing() + " " + phrase);
        focus();
    }

    void mark(@Nullable Spot wrong) {
        Dashed.wrong(field, wrong == Spot.RATIONALE);
    }
}
