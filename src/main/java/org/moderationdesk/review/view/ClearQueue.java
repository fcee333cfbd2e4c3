package org.moderationdesk.review.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.queue.QueueCounts;

/** What one may do next where the queue is clear: a break, or another queue that is not; each by its number. */
final class ClearQueue {
    private static final int MOST = 4;

    private final ReviewModel model;
    private final Kit kit;
    private final Texts texts;
    private final UnaryOperator<String> queueName;
    private final VBox rows = new VBox();
    private final VBox node;
    private final List<Button> suggestions = new ArrayList<>();
    private long asked;

    /** A queue in which something waits. */
    private record Busy(String name, QueueCounts counts) {}

    /** @param queueName how people call a queue */
    ClearQueue(ReviewModel model, Kit kit, UnaryOperator<String> queueName) {
        this.model = model;
        this.kit = kit;
        this.texts = kit.texts();
        this.queueName = queueName;
        node = new EmptyState(Icon.WELL, texts.get("review.clear.title"), texts.get("review.clear.sentence"), rows);
        node.setId("review-clear");
        node.getStyleClass().addAll("surface", "edge-left");
        rows.getStyleClass().add("suggestions");
        list(List.of());
        clear().subscribe(now -> {
            if (now) {
                ask();
            }
        });
    }

    Node node() {
        return node;
    }

    /** Whether nothing waits in the queue that is looked at. */
    ReadOnlyBooleanProperty clear() {
        return model.queue().clearProperty();
    }

    /** Adds a key for each; they act while the suggestions are seen. */
    void keysTo(Keys keys) {
        for (int i = 0; i < MOST; i++) {
            int which = i;
            keys.on(
                    Integer.toString(i + 1),
                    texts.get("review.clear.key", i + 1),
                    () -> suggestions.get(which).fire(),
                    () -> node.isVisible() && which < suggestions.size());
        }
    }

    private void ask() {
        long question = ++asked;
        String here = model.queue().filterProperty().get().queue();
        kit.background()
                .run(
                        () -> model.desk().queue().queues(model.desk().person()).stream()
                                .filter(name -> here != null && !name.equals(here))
                                .map(name -> new Busy(
                                        name,
                                        model.desk().queue().counts(model.desk().person(), name)))
                                .filter(queue -> queue.counts().waiting() > 0)
                                .limit(MOST - 1L)
                                .toList(),
                        busy -> {
                            if (question == asked) {
                                list(busy);
                            }
                        },
                        // The list beside it says that the store does not answer.
                        _ -> {});
    }

    private void list(List<Busy> busy) {
        suggestions.clear();
        suggest(Icon.BREAK, texts.get("wellbeing.break.take"), "", () -> model.desk()
                .care()
                .startBreak());
        for (Busy queue : busy) {
            suggest(Icon.REVIEW, queueName.apply(queue.name()), facts(queue.counts()), () -> model.queue()
                    .showQueue(queue.name()));
        }
        rows.getChildren().setAll(suggestions);
    }

    private String facts(QueueCounts counts) {
        String waiting = texts.get("review.clear.waiting", kit.numbers().whole(counts.waiting()));
        return counts.late() == 0
                ? waiting
                : waiting + ", " + texts.get("review.clear.late", kit.numbers().whole(counts.late()));
    }

    private void suggest(Icon icon, String name, String facts, Runnable act) {
        int number = suggestions.size() + 1;
        var title = new Label(name);
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var more = new Label(facts);
        more.getStyleClass().add("muted");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(Icons.small(icon), title, more, gap, new KeyHint(Integer.toString(number)));
        line.getStyleClass().add("gap-8");
        line.setAlignment(Pos.CENTER_LEFT);
        var button = new Button(null, line);
        button.setId("suggestion-" + number);
        button.getStyleClass().addAll("large", "suggestion");
        button.setAccessibleText(facts.isEmpty() ? name : name + ", " + facts);
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(rows.widthProperty().subtract(40));
        button.setOnAction(_ -> act.run());
        suggestions.add(button);
    }
}
