package org.moderationdesk.audit.view;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.audit.LogAnswer;
import org.moderationdesk.audit.LogOrder;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.items.view.Count;
import org.moderationdesk.search.TextAnswer;

/** The list, and in its place what there is to say when there is none; how many there are, and what was not found. */
final class LogStates {
    private static final int BARS = 12;
    private static final int AGAIN = 6;
    private static final Duration TICK = Duration.millis(500);

    private final LogModel model;
    private final Kit kit;
    private final Texts texts;
    private final Node table;
    private final StackPane body = new StackPane();
    private final Label count = Buttons.label("", "muted", "size-12");
    private final Label note = Buttons.lines("", "size-12", "tone-attention", "decisions-note");
    private final Label order = Buttons.label("", "muted", "size-12");
    private final Label place = Buttons.label("", "muted", "size-12");
    private final Timeline ticking;
    private int waited;

    LogStates(LogModel model, Kit kit, Node table) {
        this.model = model;
        this.kit = kit;
        this.texts = kit.texts();
        this.table = table;
        count.setId("decisions-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        note.setId("decisions-note");
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        note.visibleProperty().bind(note.managedProperty());
        place.setId("decisions-place");
        model.stateProperty().subscribe(_ -> show());
        model.answerProperty().subscribe(_ -> tell());
        model.rows().subscribe(this::tell);
        model.lookProperty().subscribe(_ -> tell());
        ticking = new Timeline(new KeyFrame(TICK, _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    Node node() {
        return body;
    }

    Label count() {
        return count;
    }

    Label note() {
        return note;
    }

    void shown() {
        ticking.play();
    }

    void hidden() {
        ticking.stop();
    }

    /** Keys, and by what the list is ordered. */
    Node foot() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        order.setMinWidth(0);
        var foot = new HBox(
                new KeyHint("J"),
                new KeyHint("K"),
                whole("audit.foot.row"),
                new KeyHint("Enter"),
                whole("audit.foot.open"),
                place,
                gap,
                order);
        foot.getStyleClass().addAll("gap-8", "drawer-foot", "edge-top");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private Label whole(String key) {
        Label label = Buttons.label(texts.get(key), "muted", "size-12");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private void show() {
        Node shown =
                switch (model.stateProperty().get()) {
                    case LOADING -> loading();
                    case LOST -> lost();
                    case EMPTY -> empty();
                    case NOTHING_MATCHES -> nothingMatches();
                    case THERE -> table;
                };
        if (!body.getChildren().equals(List.of(shown))) {
            body.getChildren().setAll(shown);
        }
        tell();
    }

    private void tell() {
        LogAnswer answer = model.answerProperty().get();
        count.setText(
                answer == null
                        ? counting()
                        : texts.get(
                                "audit.count." + Count.form(answer.size()),
                                kit.numbers().whole(answer.size())));
        note.setText(answer == null ? "" : unfound(answer.unfound()));
        LogOrder by = model.lookProperty().get().order();
        order.setText(
                by.equals(LogOrder.newestFirst())
                        ? texts.get("audit.foot.newest")
                        : texts.get(
                                by.ascending() ? "audit.foot.rising" : "audit.foot.falling",
                                texts.get("audit.column." + by.column())));
        place.setText(
                model.isPart()
                        ? texts.get(
                                "audit.foot.place",
                                kit.numbers().whole(model.from() + 1L),
                                kit.numbers()
                                        .whole((long) model.from()
                                                + model.rows().size()))
                        : "");
    }

    /** Words that are still being gathered are asked for again every few seconds. */
    private void tick() {
        tell();
        LogAnswer answer = model.answerProperty().get();
        boolean waits = answer != null && answer.unfound() instanceof TextAnswer.Preparing;
        waited = waits ? waited + 1 : 0;
        if (waited == AGAIN) {
            waited = 0;
            model.refresh();
        }
    }

    private String counting() {
        if (model.stateProperty().get() == LogModel.State.LOST) {
            return "";
        }
        return model.entriesInAll() == 0
                ? texts.get("audit.counting")
                : texts.get(
                        "audit.counting.progress",
                        kit.numbers().percent((double) model.entriesRead() / model.entriesInAll()));
    }

    private String unfound(@Nullable TextAnswer unfound) {
        return switch (unfound) {
            case null -> "";
            case TextAnswer.Found _ -> "";
            case TextAnswer.Unclear unclear -> texts.get("audit.words." + unclear.why());
            case TextAnswer.Preparing preparing ->
                texts.get(
                        "audit.words.preparing",
                        kit.numbers().whole(preparing.done()),
                        kit.numbers().whole(preparing.total()));
            case TextAnswer.Failed _ -> texts.get("audit.words.failed");
        };
    }

    private Node loading() {
        return new Loading(BARS, texts.get("audit.loading"));
    }

    private Node empty() {
        var state = new EmptyState(Icon.CHECKLIST, texts.get("audit.empty"), texts.get("audit.empty.sentence"));
        state.setId("decisions-empty");
        return state;
    }

    private Node nothingMatches() {
        var clear = new Button(texts.get("audit.clear"), new KeyHint("Alt C"));
        clear.setId("decisions-nothing-clear");
        clear.getStyleClass().addAll("accent", "hint-right");
        clear.setOnAction(_ -> model.clearFilters());
        var state = new EmptyState(Icon.FILTER, texts.get("audit.nothing"), texts.get("audit.nothing.sentence"), clear);
        state.setId("decisions-nothing");
        return state;
    }

    private VBox lost() {
        var again = new Button(texts.get("audit.lost.again"), new KeyHint("F5"));
        again.setId("decisions-again");
        again.getStyleClass().addAll("accent", "hint-right");
        again.setOnAction(_ -> model.refresh());
        var state = new EmptyState(Icon.TROUBLE, texts.get("audit.lost"), texts.get("audit.lost.sentence"), again);
        state.setId("decisions-lost");
        return state;
    }
}
