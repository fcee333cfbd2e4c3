package org.moderationdesk.insights.view;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.insights.Insights;
import org.moderationdesk.insights.Period;
import org.moderationdesk.insights.Scope;
import org.moderationdesk.insights.view.InsightsModel.State;

/** Key figures and charts about the work as a whole, made anew every five minutes while they are seen. */
public final class InsightsScreen implements Screen {
    private static final Duration AGAIN = Duration.minutes(5);
    private static final Duration TICK = Duration.millis(500);
    private static final int LINES = 9;

    private final InsightsModel model;
    private final Kit kit;
    private final Texts texts;
    private final ScopeBar bar;
    private final ChartBoard board;
    private final TakeAway takeAway;
    private final StackPane stage = new StackPane();
    private final Label trouble = Parts.label("", "field-problem");
    private final Label progress = Parts.label("", "muted", "size-12");
    private final BorderPane node = new BorderPane();
    private final ScrollPane scroll;
    private final Keys keys;
    private final Timeline again;
    private final Timeline ticking;

    /** @param takeAway how figures leave the screen: on paper, in a file */
    public InsightsScreen(InsightsModel model, Kit kit, ChartBoard board, TakeAway takeAway) {
        this.model = model;
        this.kit = kit;
        this.texts = kit.texts();
        this.board = board;
        this.takeAway = takeAway;
        this.bar = new ScopeBar(texts, model::ask, this::print, this::export);
        scroll = new ScrollPane(board.node());
        scroll.setFitToWidth(true);
        scroll.setId("insights-page");
        trouble.setId("insights-trouble");
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        node.setTop(new VBox(bar.node(), trouble));
        node.setCenter(stage);
        node.setId("insights");
        node.setFocusTraversable(true);
        node.setAccessibleText(title());
        keys = new Keys(title())
                .on("P", texts.get("insights.key.period"), this::nextPeriod)
                .on("T", texts.get("insights.key.table"), board::turnFocused)
                .on("F5", texts.get("insights.key.refresh"), model::refresh)
                .on("Shortcut+P", texts.get("insights.key.print"), this::print)
                .on("Shortcut+E", texts.get("insights.key.export"), this::export);
        board.keysTo(keys);
        board.unclear().onExport(takeAway::exportCsv);
        keys.listenOn(node);
        model.scopeProperty().subscribe(bar::show);
        model.insightsProperty().subscribe(this::show);
        model.stateProperty().subscribe(_ -> lay());
        again = new Timeline(new KeyFrame(AGAIN, _ -> model.refresh()));
        again.setCycleCount(Animation.INDEFINITE);
        ticking = new Timeline(new KeyFrame(TICK, _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        lay();
    }

    @Override
    public String title() {
        return texts.get("insights.title");
    }

    @Override
    public ObservableValue<List<String>> path() {
        return new SimpleObjectProperty<>(List.of(texts.get("insights.operations")));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        model.refresh();
        again.playFromStart();
        ticking.play();
    }

    @Override
    public void hidden() {
        again.stop();
        ticking.stop();
    }

    @Override
    public List<Keys> keys() {
        return List.of(keys);
    }

    @Override
    public List<Node> panels() {
        List<Node> panels = new ArrayList<>(List.of(bar.node()));
        panels.addAll(board.panels());
        return panels;
    }

    private void nextPeriod() {
        Scope now = model.scopeProperty().get();
        Period[] all = Period.values();
        Period next = all[(now.period().ordinal() + 1) % all.length];
        model.ask(new Scope(next, now.queue(), now.region()));
    }

    private void print() {
        takeAway.print(model.insightsProperty().get());
    }

    private void export() {
        takeAway.export(model.insightsProperty().get(), board.unclear().sheet());
    }

    private void show(@Nullable Insights insights) {
        if (insights != null) {
            bar.choices(insights.choices(), model.scopeProperty().get());
            bar.updated(texts.get("insights.updated", kit.times().clock(insights.at())));
            board.show(insights);
        }
        lay();
    }

    private void lay() {
        Insights there = model.insightsProperty().get();
        State state = model.stateProperty().get();
        trouble.setText(
                state == State.LOST && there != null
                        ? texts.get("insights.failed", kit.times().clock(there.at()))
                        : "");
        Node front =
                switch (state) {
                    case LOADING -> loading();
                    case EMPTY ->
                        new EmptyState(
                                Icon.INSIGHTS, texts.get("insights.empty.title"), texts.get("insights.empty.sentence"));
                    case LOST -> there == null ? lost() : scroll;
                    case THERE -> scroll;
                };
        if (!stage.getChildren().equals(List.of(front))) {
            stage.getChildren().setAll(front);
        }
        bar.ready(there != null && state != State.EMPTY);
    }

    private Node loading() {
        var waiting = new VBox(new Loading(LINES, texts.get("insights.loading")), progress);
        waiting.setId("insights-loading");
        waiting.getStyleClass().add("insights-loading");
        return waiting;
    }

    private Node lost() {
        var retry = new Button(texts.get("insights.again"));
        retry.setId("insights-again");
        retry.setOnAction(_ -> model.refresh());
        var state = new EmptyState(
                Icon.TROUBLE, texts.get("insights.failed.title"), texts.get("insights.failed.sentence"), retry);
        state.setAlignment(Pos.CENTER);
        return state;
    }

    /** How far the first reading is. */
    private void tick() {
        long total = model.entriesInAll();
        if (model.stateProperty().get() == State.LOADING && total > 0) {
            progress.setText(texts.get(
                    "insights.loading.progress",
                    kit.numbers().whole(model.entriesRead()),
                    kit.numbers().whole(total)));
        }
    }
}
