package org.moderationdesk.practice.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.decisions.view.ApartWords;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.Run;
import org.moderationdesk.practice.Scorer;
import org.moderationdesk.review.view.ApartPane;

/** A run on the same parts as any case, marked as practice throughout. */
final class RunPane extends VBox {
    private final RunModel model;
    private final PracticeWords words;
    private final Dialogs dialogs;
    private final RunHead head;
    private final ApartPane pane;
    private final ToldPane told;
    private final Keys keys;

    RunPane(
            RunModel model,
            PracticeWords words,
            Dialogs dialogs,
            Scorer scorer,
            Consumer<Reviewed> onQuestion,
            Consumer<ClauseCode> onGuidelines) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        head = new RunHead(model, words, this::askToEnd);
        var said = new ApartWords(
                words.get("practice.run.submit"),
                words.get("practice.run.later"),
                words.get("practice.run.consequence"));
        pane = new ApartPane(model.apart(), words.kit(), new ApartPane.Acts(model, said), onGuidelines);
        told = new ToldPane(model, words, scorer::isRight, onQuestion);
        var body = new StackPane(pane, told);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren().addAll(head, body);
        setId("practice-run");
        setMinWidth(0);
        getStyleClass().add("practice-run");
        keys = new Keys(words.get("practice.run.title"))
                .on("Alt+P", words.get("practice.run.pause"), model::pause)
                .on("Alt+E", words.get("practice.run.end"), this::askToEnd);
        keys.listenOn(this);
        model.toldProperty().subscribe(this::show);
        model.itemProperty().subscribe(_ -> show(model.toldProperty().get()));
    }

    List<Keys> keys() {
        List<Keys> all = new ArrayList<>(List.of(keys));
        if (told.isVisible()) {
            all.add(told.keys());
        } else {
            all.addAll(pane.keys());
        }
        return all;
    }

    List<Node> panels() {
        return told.isVisible() ? List.of(told) : pane.panels();
    }

    void shown() {
        pane.shown();
        focus();
    }

    void hidden() {
        model.rest();
        pane.hidden();
    }

    /** To be called every second while it is seen. */
    void tick() {
        pane.tick();
        head.tick();
        model.tick();
    }

    void focus() {
        if (told.isVisible()) {
            told.requestFocus();
        } else {
            pane.focus();
        }
    }

    private void show(List<Reviewed> now) {
        Shown.put(told, !now.isEmpty());
        Shown.put(pane, now.isEmpty());
        if (getScene() != null && isVisible() && model.isRunning()) {
            focus();
        }
    }

    private void askToEnd() {
        Run run = model.runProperty().get();
        if (run != null) {
            int open = run.items() - run.answered();
            dialogs.confirm(
                    words.get("practice.run.end.title"),
                    words.get("practice.run.end.sentence", open),
                    words.get("practice.run.end"),
                    model::finish);
        }
    }
}
