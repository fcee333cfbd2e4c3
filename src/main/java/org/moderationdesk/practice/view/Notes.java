package org.moderationdesk.practice.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.TrainerNote;

/** Beside a result: what trainers said of it; for who trains, a field to say something to whose result it is. */
final class Notes extends VBox {
    /** Several long ones are scrolled, and leave room for what lies above. */
    private static final double MOST = 140;

    private final ResultModel model;
    private final PracticeWords words;
    private final VBox said = new VBox();
    private final ScrollPane read = new ScrollPane();
    private final Label unsent = Shown.whole("", "muted", "size-12");
    private final TextArea field = new TextArea();
    private final VBox writing;
    private final Button send;
    private final Button sendOfItem;
    private final Keys keys;

    Notes(ResultModel model, PracticeWords words) {
        this.model = model;
        this.words = words;
        send = KeyButton.of("practice-note-send", words.get("practice.note.send"), "Alt+S", () -> send(null));
        sendOfItem = KeyButton.of("practice-note-send-item", "", "Alt+T", this::sendOfItem);
        field.setId("practice-note");
        field.setPrefRowCount(2);
        field.setWrapText(true);
        writing = new VBox(field, buttons());
        writing.getStyleClass().add("gap-8");
        said.getStyleClass().add("gap-8");
        said.setId("practice-notes");
        read.setContent(said);
        read.setFitToWidth(true);
        read.setMaxHeight(MOST);
        read.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        read.getStyleClass().add("edge-less");
        var head = new HBox(Shown.whole(words.get("practice.note"), "strong", "size-14"), Shown.gap(), unsent);
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(head, read, writing);
        getStyleClass().addAll("gap-8", "practice-section", "edge-top");
        Shown.put(this, false);
        field.textProperty().subscribe(_ -> showSend());
        keys = new Keys(words.get("practice.note"))
                .on(
                        "Alt+S",
                        words.get("practice.note.send"),
                        () -> send(null),
                        () -> Shown.isSeen(send) && !send.isDisabled())
                .on(
                        "Alt+T",
                        words.get("practice.note.send-item.key"),
                        this::sendOfItem,
                        () -> Shown.isSeen(sendOfItem) && !sendOfItem.isDisabled());
        model.chosenProperty().subscribe(_ -> showSend());
        model.shownProperty().subscribe(this::show);
    }

    private FlowPane buttons() {
        var buttons = new FlowPane(send, sendOfItem);
        buttons.setHgap(8);
        buttons.setVgap(8);
        return buttons;
    }

    Keys keys() {
        return keys;
    }

    private void show(ResultModel.@Nullable Result result) {
        boolean writes = result != null && model.home().trains() && !model.isOwn();
        said.getChildren().clear();
        Shown.put(read, false);
        field.clear();
        Shown.put(writing, writes);
        Shown.put(this, writes);
        if (result == null) {
            return;
        }
        String person = SafeLine.of(result.run().person());
        field.setPromptText(words.get("practice.note.to", person));
        field.setAccessibleText(words.get("practice.note.to", person));
        showSend();
        lay(result.notes(), writes);
    }

    private void lay(List<TrainerNote> found, boolean writes) {
        said.getChildren().setAll(found.stream().map(this::line).toList());
        Shown.put(read, !found.isEmpty());
        Shown.put(this, writes || !found.isEmpty());
    }

    private Node line(TrainerNote one) {
        String when = words.kit().times().moment(one.at(), words.kit().clock().instant());
        var line = new VBox(
                Shown.label(about(one, when), "muted", "size-12"),
                Shown.wrapped(SafeLine.of(one.words(), one.words().length()), "size-13"));
        line.getStyleClass().add("gap-4");
        return line;
    }

    private String about(TrainerNote one, String when) {
        String by = SafeLine.of(one.by());
        return one.itemId() == null
                ? words.get("practice.note.from", by, when)
                : words.get("practice.note.from-item", by, when, SafeLine.of(one.itemId()));
    }

    private void showSend() {
        boolean something = !field.getText().isBlank();
        send.setDisable(!something);
        Reviewed chosen = model.chosenProperty().get();
        Shown.put(sendOfItem, chosen != null);
        sendOfItem.setDisable(!something || chosen == null);
        if (chosen != null) {
            sendOfItem.setText(words.get(
                    "practice.note.send-item", SafeLine.of(chosen.item().id())));
        }
        ResultModel.Result result = model.shownProperty().get();
        unsent.setText(
                something && result != null
                        ? words.get(
                                "practice.note.unsent", SafeLine.of(result.run().person()))
                        : "");
    }

    private void sendOfItem() {
        Reviewed chosen = model.chosenProperty().get();
        if (chosen != null) {
            send(chosen.item().id());
        }
    }

    /** @param itemId about one item; null for the whole run */
    private void send(@Nullable String itemId) {
        ResultModel.Result result = model.shownProperty().get();
        if (result != null && !field.getText().isBlank()) {
            PracticeModel home = model.home();
            String note = field.getText();
            home.act(
                    () -> home.doors().notes().send(home.person(), result.run().id(), itemId, note),
                    _ -> model.refresh());
        }
    }
}
