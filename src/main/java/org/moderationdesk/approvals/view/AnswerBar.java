package org.moderationdesk.approvals.view;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.approvals.WaitingApproval;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.items.view.SafeLine;

/** The three answers of a second person; where they may give none, why not, and who may. */
final class AnswerBar extends VBox {
    private static final String APPROVE = "Shortcut+Enter";
    private static final KeyCombination SEND = KeyCombination.valueOf(APPROVE);

    private final ApprovalsModel model;
    private final ApprovalWords words;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Label said = new Label();
    private final Button approve;
    private final Button sendBack;
    private final Button refuse;

    AnswerBar(ApprovalsModel model, ApprovalWords words, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.words = words;
        this.texts = texts;
        this.dialogs = dialogs;
        said.setId("approvals-said");
        said.getStyleClass().addAll("muted", "size-12");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        approve = button("approvals-approve", "approvals.approve", APPROVE, this::approve);
        approve.getStyleClass().add("accent");
        approve.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(approve, Priority.ALWAYS);
        sendBack = button("approvals-send-back", "approvals.send-back", "Q", this::sendBack);
        refuse = button("approvals-refuse", "approvals.refuse", "R", this::refuse);
        var row = new HBox(approve, sendBack, refuse);
        row.getStyleClass().add("gap-8");
        getStyleClass().add("gap-8");
        getChildren().addAll(said, row);
        model.selectedProperty().subscribe(this::show);
    }

    void keysTo(Keys keys) {
        keys.on(APPROVE, texts.get("approvals.approve"), this::approve, model::mayAnswer)
                .on("Q", texts.get("approvals.send-back"), this::sendBack, model::mayAnswer)
                .on("R", texts.get("approvals.refuse"), this::refuse, model::mayAnswer);
    }

    private void show(WaitingApproval one) {
        boolean may = one != null && one.against() == null;
        for (Button button : new Button[] {approve, sendBack, refuse}) {
            button.setDisable(!may);
        }
        if (one == null) {
            said.setText("");
            return;
        }
        String why = words.whyNot(one);
        boolean out = one.awaited().emergency();
        said.setText(!why.isEmpty() ? why : out ? texts.get("approvals.emergency.sentence") : "");
        said.setGraphic(said.getText().isEmpty() ? null : Icons.small(why.isEmpty() ? Icon.INFO : Icon.HELD));
    }

    private void approve() {
        WaitingApproval one = model.selectedProperty().get();
        if (one == null || !model.mayAnswer()) {
            return;
        }
        boolean waits = one.line().state() == DecisionState.AWAITING_SECOND;
        String what = waits
                ? texts.get("approvals.approve.sentence", words.waits(one))
                : texts.get("approvals.approve.afterwards");
        dialogs.form(
                texts.get("approvals.approve.title", SafeLine.of(one.line().itemId())),
                question(what),
                texts.get("approvals.approve"),
                () -> {
                    model.approve();
                    return Optional.empty();
                });
    }

    /** Has the focus itself, so that Enter answers it, and Tab goes to the buttons. */
    private static Node question(String what) {
        var sentence = new Label(what);
        sentence.getStyleClass().add("dialog-sentence");
        sentence.setWrapText(true);
        sentence.setFocusTraversable(true);
        sentence.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                act(sentence, event);
            }
        });
        return sentence;
    }

    private static void act(Node within, KeyEvent event) {
        if (within.getScene().lookup("#dialog-act") instanceof Button act) {
            event.consume();
            act.fire();
        }
    }

    private void sendBack() {
        ask("send-back", model::sendBack);
    }

    private void refuse() {
        ask("refuse", model::refuse);
    }

    /** @param act the name of the act in ids and texts */
    private void ask(String act, Consumer<String> onWords) {
        WaitingApproval one = model.selectedProperty().get();
        if (one == null || !model.mayAnswer()) {
            return;
        }
        String key = "approvals." + act;
        String asked = texts.get(key + ".words");
        var field = new TextArea();
        field.setId("approvals-words");
        field.setAccessibleText(asked);
        field.setPromptText(asked);
        field.setPrefRowCount(3);
        field.setWrapText(true);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> sendByKey(field, event));
        String what = texts.get(key + ".sentence", SafeLine.of(one.line().person()));
        var sentence = new Label(what);
        sentence.getStyleClass().add("dialog-sentence");
        sentence.setWrapText(true);
        var content = new VBox(sentence, field);
        content.getStyleClass().add("gap-8");
        dialogs.form(texts.get(key + ".title", SafeLine.of(one.line().itemId())), content, texts.get(key), () -> {
            String typed = field.getText().strip();
            if (typed.isEmpty()) {
                return Optional.of(texts.get(key + ".missing"));
            }
            onWords.accept(typed);
            return Optional.empty();
        });
    }

    /** In a field of several lines Enter begins a new one, Ctrl Enter sends; Tab leaves it. */
    private static void sendByKey(TextArea field, KeyEvent event) {
        if (SEND.match(event)) {
            act(field, event);
        } else if (event.getCode() == KeyCode.TAB && !event.isShiftDown()) {
            event.consume();
            field.requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    private Button button(String id, String key, String shortcut, Runnable act) {
        var button = new Button(
                texts.get(key),
                KeyHint.of(new Keys("")
                        .on(shortcut, "", () -> {})
                        .bindings()
                        .getFirst()
                        .keys()));
        button.setId(id);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.getStyleClass().add("large");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
