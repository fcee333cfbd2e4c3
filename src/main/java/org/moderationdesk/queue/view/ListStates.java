package org.moderationdesk.queue.view;

import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.fx.Times;
import org.moderationdesk.items.view.Count;

/** What stands in the place of the rows: each says what happened, what is safe, and the one next step. */
final class ListStates {
    private static final int BARS = 6;

    private final QueueModel model;
    private final FilterWords filters;
    private final Texts texts;
    private final Times times;

    ListStates(QueueModel model, FilterWords filters, Texts texts, Times times) {
        this.model = model;
        this.filters = filters;
        this.texts = texts;
        this.times = times;
    }

    Node loading() {
        var box = new Loading(BARS, texts.get("queue.loading"));
        var words = new Label(texts.get("queue.loading"));
        words.getStyleClass().add("muted");
        box.getChildren().add(words);
        box.setId("queue-loading");
        return box;
    }

    Node empty() {
        var state = new EmptyState(Icon.REVIEW, texts.get("queue.empty.title"), texts.get("queue.empty.sentence"));
        state.setId("queue-empty");
        return state;
    }

    Node nothingMatches(long open) {
        var chosen = FilterChoice.of(model.filterProperty().get());
        String searched = model.filterProperty().get().text();
        int count = chosen.size() + (searched.isEmpty() ? 0 : 1);
        var chips = new FlowPane();
        chips.getStyleClass().add("chips");
        chosen.forEach(choice -> chips.getChildren().add(FilterBar.removable(model, filters, texts, choice)));
        if (!searched.isEmpty()) {
            var words = FilterBar.chip(texts.get("queue.filter.words", searched), texts, () -> model.search(""));
            words.setId("queue-nothing-words");
            chips.getChildren().add(words);
        }
        var clear = new Button(texts.get("queue.filter.clear"), new KeyHint(texts.get("queue.key.clear")));
        clear.setId("queue-nothing-clear");
        clear.getStyleClass().add("hint-right");
        clear.setOnAction(_ -> model.clearFilters());
        Node card = card(
                "queue-nothing",
                head(
                        texts.get("queue.nothing.title"),
                        Icon.FILTER,
                        texts.get("queue.nothing.filters." + Count.form(count), count)),
                sentence(texts.get("queue.nothing.sentence." + Count.form(open), open)),
                chips,
                clear);
        return card;
    }

    Node noConnection(QueueModel.ListState.NoConnection lost) {
        var again = new Button(texts.get("queue.lost.again"), new KeyHint(texts.get("queue.key.refresh")));
        again.setId("queue-try-again");
        again.getStyleClass().addAll("accent", "hint-right");
        again.setOnAction(_ -> model.refresh());
        var next = new Label();
        next.setId("queue-next-try");
        next.getStyleClass().add("muted");
        next.textProperty()
                .bind(model.nowProperty()
                        .map(now -> texts.get(
                                "queue.lost.next",
                                Math.max(
                                        0, Duration.between(now, lost.nextTry()).toSeconds()))));
        var row = new FlowPane(again, next);
        row.getStyleClass().add("state-act");
        var safe = sentence(texts.get("queue.lost.safe"));
        safe.getStyleClass().add("muted");
        return card(
                "queue-lost",
                head(
                        texts.get("queue.lost.title"),
                        Icon.TROUBLE,
                        texts.get("queue.lost.since", times.clock(lost.since()))),
                sentence(texts.get("queue.lost.sentence")),
                safe,
                row);
    }

    private static Node card(String id, Node... parts) {
        var card = new VBox(parts);
        card.setId(id);
        card.getStyleClass().add("state-card");
        return card;
    }

    private static Node head(String title, Icon icon, String aside) {
        var heading = new Label(title);
        heading.getStyleClass().add("strong");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var more = new Label(aside, Icons.small(icon));
        more.getStyleClass().add("muted");
        var head = new HBox(heading, gap, more);
        head.getStyleClass().add("state-head");
        return head;
    }

    private static Label sentence(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        return label;
    }
}
