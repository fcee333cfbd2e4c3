package org.moderationdesk.practice.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.practice.Reviewed;

/** What the key says of what was just answered, an item at a time; the next item comes when the person says so. */
final class ToldPane extends VBox {
    private final RunModel model;
    private final PracticeWords words;
    private final Predicate<Reviewed> isRight;
    private final ScrollPane scroll = new ScrollPane();
    private final Label where = Shown.whole("", "muted", "size-12");
    private final Button before;
    private final Button after;
    private final Button onward;
    private final Keys keys;
    private int at;

    /** @param onQuestion told of the item whose key is questioned */
    ToldPane(RunModel model, PracticeWords words, Predicate<Reviewed> isRight, Consumer<Reviewed> onQuestion) {
        this.model = model;
        this.words = words;
        this.isRight = isRight;
        before = KeyButton.of("practice-told-before", words.get("practice.told.before"), "K", () -> move(-1));
        after = KeyButton.of("practice-told-after", words.get("practice.told.after"), "J", () -> move(1));
        Button question =
                KeyButton.of("practice-question", words.get("practice.question"), "Q", () -> question(onQuestion));
        onward = KeyButton.of("practice-onward", words.get("practice.told.next"), "Shortcut+Enter", model::next);
        onward.getStyleClass().addAll("accent", "large");
        var foot = new HBox(where, before, after, question, Shown.gap(), onward);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().addAll("gap-8", "practice-foot", "edge-top");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-less");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, foot);
        getStyleClass().add("surface");
        setId("practice-told");
        setFocusTraversable(true);
        setAccessibleText(words.get("practice.told.title"));
        keys = new Keys(words.get("practice.told.title"))
                .on("J", words.get("practice.told.after"), () -> move(1))
                .on("K", words.get("practice.told.before"), () -> move(-1))
                .on("Q", words.get("practice.question"), () -> question(onQuestion))
                .on("Shortcut+Enter", words.get("practice.told.next"), model::next);
        keys.listenOn(this);
        model.toldProperty().subscribe(this::show);
    }

    Keys keys() {
        return keys;
    }

    private void show(List<Reviewed> told) {
        at = 0;
        showAt(told);
    }

    private void move(int by) {
        List<Reviewed> told = model.toldProperty().get();
        at = Math.clamp(at + by, 0, Math.max(0, told.size() - 1));
        showAt(told);
    }

    private void showAt(List<Reviewed> told) {
        boolean several = told.size() > 1;
        Shown.put(where, several);
        Shown.put(before, several);
        Shown.put(after, several);
        if (!told.isEmpty()) {
            where.setText(words.get("practice.told.of", at + 1, told.size()));
            before.setDisable(at == 0);
            after.setDisable(at == told.size() - 1);
            Reviewed one = told.get(at);
            scroll.setContent(new KeyCard(one, isRight.test(one), words));
            scroll.setVvalue(0);
        }
    }

    private void question(Consumer<Reviewed> onQuestion) {
        List<Reviewed> told = model.toldProperty().get();
        if (!told.isEmpty()) {
            onQuestion.accept(told.get(at));
        }
    }
}
