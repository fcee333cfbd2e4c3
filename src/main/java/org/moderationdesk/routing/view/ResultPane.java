package org.moderationdesk.routing.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.WorkPanel;
import org.moderationdesk.queue.Preview;
import org.moderationdesk.routing.PlanChange;
import org.moderationdesk.routing.PlanVersion;

/** What would go where, or has gone; and beneath it the versions there have been. */
final class ResultPane {
    private static final int MOST_SHOWN = 100;

    private final QueuesModel model;
    private final Kit kit;
    private final Texts texts;
    private final QueueWords words;
    private final VBox result = new VBox();
    private final VBox versions = new VBox();
    private final ScrollPane node;
    private WorkPanel working;
    private QueuesModel.Work workingOn = QueuesModel.Work.DRY_RUN;

    ResultPane(QueuesModel model, Kit kit) {
        this.model = model;
        this.kit = kit;
        this.texts = kit.texts();
        this.words = new QueueWords(texts);
        this.working = panel(workingOn);
        result.setId("routing-result");
        result.getStyleClass().add("gap-8");
        versions.setId("routing-versions");
        versions.getStyleClass().add("gap-8");
        var page = new VBox(heading("routing.dry-run.title"), result, heading("routing.versions"), versions);
        page.getStyleClass().add("routing-result");
        node = new ScrollPane(page);
        node.setFitToWidth(true);
        node.setFocusTraversable(false);
        node.getStyleClass().addAll("routing-side", "edge-left");
        model.resultProperty().subscribe(this::show);
        model.historyProperty().subscribe(this::show);
        model.allMovedProperty().subscribe(_ -> show(model.resultProperty().get()));
    }

    Node node() {
        return node;
    }

    private WorkPanel panel(QueuesModel.Work what) {
        return new WorkPanel(texts.get("routing.working." + what), texts.get("routing.stop"), model::stop);
    }

    private void show(QueuesModel.Result now) {
        if (now instanceof QueuesModel.Result.Working(QueuesModel.Work what, double part)) {
            if (!result.getChildren().contains(working) || what != workingOn) {
                workingOn = what;
                working = panel(what);
                result.getChildren().setAll(working);
            }
            working.show(part, part < 0 ? "" : kit.numbers().percent(part));
            return;
        }
        result.getChildren().clear();
        switch (now) {
            case QueuesModel.Result.Working _ -> {}
            case QueuesModel.Result.None _ -> say("routing.dry-run.none");
            case QueuesModel.Result.Stopped _ -> say("routing.stopped");
            case QueuesModel.Result.Moved(long cases, boolean _) ->
                result.getChildren().add(line(texts.get("routing.moved", cases)));
            case QueuesModel.Result.WouldGo(Preview preview) -> preview(preview);
        }
        if (!model.allMovedProperty().get()) {
            rest();
        }
    }

    private void say(String key) {
        result.getChildren().add(DoorPanel.words(texts.get(key), "muted", "size-12"));
    }

    private void rest() {
        var go = KeyButton.of("routing-move-rest", texts.get("routing.move-rest"), "Alt+M", model::carryOut);
        result.getChildren()
                .addAll(DoorPanel.words(texts.get("routing.not-all-moved"), "size-12", "tone-attention"), go);
    }

    private void preview(Preview preview) {
        if (preview.flows().isEmpty()) {
            say("routing.dry-run.empty");
            return;
        }
        String sum = preview.movesLater() == 0
                ? texts.get("routing.dry-run.sum", preview.moves())
                : texts.get("routing.dry-run.sum-later", preview.moves(), preview.movesLater());
        result.getChildren().add(line(sum));
        for (Preview.Flow flow : preview.flows()) {
            result.getChildren().add(flow(flow));
        }
        if (!preview.samples().isEmpty()) {
            result.getChildren().add(heading("routing.dry-run.samples"));
            preview.samples().forEach(sample -> result.getChildren().add(sample(sample)));
        }
    }

    private Node flow(Preview.Flow flow) {
        String way = flow.moves()
                ? texts.get("routing.flow", words.queue(flow.from()), words.queue(flow.to()))
                : texts.get("routing.flow.stays", words.queue(flow.from()));
        var name = new Label(way);
        name.setWrapText(true);
        name.getStyleClass().add(flow.moves() ? "strong" : "muted");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var number = new Label(kit.numbers().whole(flow.waiting() + flow.held()));
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.getStyleClass().add("strong");
        var row = new HBox(name, gap, number);
        row.getStyleClass().addAll("gap-8", "size-12", "routing-flow");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node sample(Preview.Sample sample) {
        String by = sample.rule() == null ? texts.get("routing.by-default") : sample.rule();
        var line = DoorPanel.words(
                texts.get(
                        "routing.sample",
                        sample.row().itemId(),
                        String.join(" ", sample.row().sections()),
                        words.queue(sample.to()),
                        by),
                "size-12");
        line.getStyleClass().add("routing-sample");
        return line;
    }

    private void show(List<PlanVersion> history) {
        versions.getChildren().clear();
        if (history.isEmpty()) {
            versions.getChildren()
                    .add(new EmptyState(
                            Icon.DUPLICATES,
                            texts.get("routing.versions.none"),
                            texts.get("routing.versions.sentence")));
        }
        history.stream().limit(MOST_SHOWN).forEach(version -> versions.getChildren()
                .add(version(version)));
    }

    private Node version(PlanVersion version) {
        var head = new Label(texts.get(
                "routing.version",
                version.plan().version(),
                version.by(),
                kit.times().moment(version.at(), kit.clock().instant())));
        head.getStyleClass().addAll("strong", "size-12");
        head.setWrapText(true);
        var box = new VBox(head);
        box.getStyleClass().add("routing-version");
        for (PlanChange change : version.changes()) {
            box.getChildren().add(DoorPanel.words(words.change(change), "muted", "size-12"));
        }
        return box;
    }

    private Label line(String said) {
        var label = DoorPanel.words(said, "size-12");
        label.setId("routing-sum");
        return label;
    }

    private Label heading(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().addAll("strong", "size-14");
        return label;
    }
}
