package org.moderationdesk.review.view;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Times;
import org.moderationdesk.items.view.SafeLine;

/** What waits for a second person, the longest first, each with its age; pressing one opens its item to read. */
final class WaitingList {
    private final Texts texts;
    private final Times times;
    private final InstantSource clock;

    WaitingList(Texts texts, Times times, InstantSource clock) {
        this.texts = texts;
        this.times = times;
        this.clock = clock;
    }

    Node of(List<DecisionLine> waiting, Consumer<String> onOpen) {
        var list = new VBox();
        list.setId("waiting-list");
        list.getStyleClass().add("gap-4");
        var sentence = new Label(texts.get(waiting.isEmpty() ? "review.waiting.none" : "review.waiting.sentence"));
        sentence.getStyleClass().addAll("muted", "size-12");
        sentence.setWrapText(true);
        list.getChildren().add(sentence);
        waiting.forEach(line -> list.getChildren().add(row(line, onOpen)));
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(400);
        scroll.setPrefWidth(480);
        scroll.getStyleClass().add("edge-less");
        return scroll;
    }

    private Node row(DecisionLine line, Consumer<String> onOpen) {
        String what = line.waits().stream()
                .map(part -> texts.get("decisions.waits." + part))
                .collect(Collectors.joining(", "));
        String age = times.span(line.age(clock.instant()));
        var id = new Label(SafeLine.of(line.itemId()));
        id.getStyleClass().addAll("strong", "size-12");
        var waits = new Label(texts.get("review.waiting.line", what, line.person()));
        waits.getStyleClass().add("size-12");
        waits.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var since = new Label(age);
        since.getStyleClass().addAll("muted", "size-12");
        since.setMinWidth(Region.USE_PREF_SIZE);
        var content = new HBox(Icons.small(Icon.WAITING), id, waits, gap, since);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("gap-8");
        var button = new Button(null, content);
        button.setId("waiting-" + line.id());
        button.getStyleClass().add("quiet");
        button.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setAccessibleText(line.itemId() + ", " + waits.getText() + ", " + age);
        button.setOnAction(_ -> onOpen.accept(line.itemId()));
        return button;
    }
}
