package org.moderationdesk.practice.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.items.view.SafeLine;
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
    private final Keys keys;

    Notes(ResultModel model, PracticeWords words) {
        this.model = model;
        this.words = words;
        send = KeyButton.of("practice-note-send", words.get("practice.note.send"), "Alt+S", this::send);
        field.setId("practice-note");
        field.setPrefRowCount(2);
        field.setWrapText(true);
        writing = new VBox(field, new HBox(send));
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
                        this::send,
                        () -> Shown.isSeen(send) && !send.isDisabled());
        model.shownProperty().subscribe(this::show);
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
        PracticeModel home = model.home();
        home.read(() -> home.doors().notes().ofRun(home.person(), result.run().id()), found -> {
            if (result.equals(model.shownProperty().get())) {
                lay(found, writes);
            }
        });
    }

    private void lay(List<TrainerNote> found, boolean writes) {
        said.getChildren().setAll(found.stream().map(this::line).toList());
        Shown.put(read, !found.isEmpty());
        Shown.put(this, writes || !found.isEmpty());
    }

    private Node line(TrainerNote one) {
        String when = words.kit().times().moment(one.at(), words.kit().clock().instant());
        var line = new VBox(
                Shown.label(words.get("practice.note.from", SafeLine.of(one.by()), when), "muted", "size-12"),
                Shown.wrapped(SafeLine.of(one.words(), one.words().length()), "size-13"));
        line.getStyleClass().add("gap-4");
        return line;
    }

    private void showSend() {
        boolean something = !field.getText().isBlank();
        send.setDisable(!something);
        ResultModel.Result result = model.shownProperty().get();
        unsent.setText(
                something && result != null
                        ? words.get(
                                "practice.note.unsent", SafeLine.of(result.run().person()))
                        : "");
    }

    private void send() {
        ResultModel.Result result = model.shownProperty().get();
        if (result != null && !send.isDisabled()) {
            PracticeModel home = model.home();
            String note = field.getText();
            home.act(
                    () -> home.doors().notes().send(home.person(), result.run().id(), note),
                    _ -> show(model.shownProperty().get()));
        }
    }
}
