package org.moderationdesk.queue.view;

import atlantafx.base.controls.CustomTextField;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Numbers;
import org.moderationdesk.fx.Times;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.queue.QueueCounts;
import org.moderationdesk.settings.Settings;

/** The list of waiting cases: choose, search, filter, and open one by Enter. JavaFX thread only. */
public final class QueuePane {
    private static final Duration TYPING = Duration.millis(250);

    private final QueueModel model;
    private final Texts texts;
    private final Numbers numbers;
    private final ListStates states;
    private final CaseList list;
    private final KeptViews views;
    private final Keys keys;
    private final CustomTextField search = new CustomTextField();
    private final StackPane body = new StackPane();
    private final VBox pane = new VBox();
    private final Timeline ticking;
    private final Button why;
    private @Nullable PopOver whyShown;

    /** @param onOpen told which case the person wants to open */
    public QueuePane(
            QueueModel model,
            ItemWords words,
            Times times,
            Settings settings,
            Background background,
            Consumer<CaseRow> onOpen) {
        this.model = model;
        this.texts = words.texts();
        this.numbers = new Numbers(texts);
        var filters = new FilterWords(words);
        this.states = new ListStates(model, filters, texts, times);
        this.list = new CaseList(model, words, times, onOpen);
        this.views = new KeptViews(model, words, settings, background);
        this.why = iconButton("queue-why-button", Icon.KEYS, "queue.why.ask", "?");
        why.setOnAction(_ -> showWhy());
        var filterBar = new FilterBar(model, filters, texts, views);
        var top = new VBox(picker(), counts(), search(), filterBar.node());
        top.getStyleClass().add("queue-top");
        pane.getChildren().addAll(top, body, bottom());
        pane.getStyleClass().add("queue-pane");
        pane.setId("queue-pane");
        pane.setAccessibleText(texts.get("queue.pane.name"));
        VBox.setVgrow(body, Priority.ALWAYS);
        model.stateProperty().subscribe(this::showState);
        keys = keys(onOpen);
        keys.listenOn(pane);
        ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    public Node node() {
        return pane;
    }

    /** Its keys, for the key sheet. They act while the focus is within the pane. */
    public Keys keys() {
        return keys;
    }

    /** Puts the keyboard on the list. */
    public void focusList() {
        if (model.selectedProperty().get() == null) {
            model.move(0);
        }
        list.focus();
    }

    public void shown() {
        views.read();
        model.refresh();
        ticking.play();
    }

    public void hidden() {
        ticking.stop();
        hideWhy();
    }

    private Keys keys(Consumer<CaseRow> onOpen) {
        return new Keys(texts.get("queue.pane.name"))
                .on("J", texts.get("queue.keys.next"), () -> model.move(1))
                .on("K", texts.get("queue.keys.previous"), () -> model.move(-1))
                .on("Enter", texts.get("queue.keys.open"), () -> openSelected(onOpen), this::isOnList)
                .on("/", texts.get("queue.keys.search"), search::requestFocus)
                .on("Shift+Slash", texts.get("queue.keys.why"), this::showWhy)
                .on("Alt+C", texts.get("queue.keys.clear"), this::clear)
                .on("F5", texts.get("queue.keys.refresh"), model::refresh);
    }

    private boolean isOnList() {
        return model.selectedProperty().get() != null && list.node().isFocused();
    }

    private void openSelected(Consumer<CaseRow> onOpen) {
        CaseRow row = model.selectedProperty().get();
        if (row != null) {
            onOpen.accept(row);
        }
    }

    private void clear() {
        search.clear();
        model.clearFilters();
    }

    private Node picker() {
        var picker = new ComboBox<>(model.queues());
        picker.setId("queue-picker");
        picker.setAccessibleText(texts.get("queue.picker.name"));
        picker.setMaxWidth(Double.MAX_VALUE);
        picker.setConverter(new QueueNames());
        picker.valueProperty().subscribe(name -> {
            if (name != null) {
                model.showQueue(name);
            }
        });
        model.filterProperty().subscribe(filter -> picker.setValue(filter.queue()));
        HBox.setHgrow(picker, Priority.ALWAYS);
        Button refresh = iconButton("queue-refresh", Icon.REFRESH, "queue.refresh", "F5");
        refresh.setOnAction(_ -> model.refresh());
        var row = new HBox(picker, refresh);
        row.getStyleClass().add("queue-picker-row");
        return row;
    }

    private Button iconButton(String id, Icon icon, String key, String hint) {
        var button = new Button(null, Icons.small(icon));
        button.setId(id);
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(texts.get(key));
        var tip = new Tooltip(texts.get(key));
        tip.setGraphic(new KeyHint(hint));
        button.setTooltip(tip);
        return button;
    }

    private Node counts() {
        var open = new Label();
        open.getStyleClass().add("strong");
        open.setId("queue-open");
        var rest = new Label();
        rest.setId("queue-counts");
        rest.getStyleClass().add("muted");
        Runnable show = () -> showCounts(open, rest);
        model.countsProperty().subscribe(show);
        model.heldCaseProperty().subscribe(show);
        var line = new HBox(open, rest);
        line.getStyleClass().add("queue-counts");
        return line;
    }

    private void showCounts(Label open, Label rest) {
        QueueCounts counts = model.countsProperty().get();
        if (counts == null) {
            open.setText("");
            rest.setText("");
            return;
        }
        String atLeast = counts.late() >= QueueCounts.MOST_LATE ? "\u2265 " : "";
        open.setText(numbers.whole(counts.waiting() + counts.held()));
        rest.setText(texts.get(
                "queue.counts", atLeast + numbers.whole(counts.late()), numbers.whole(model.leasedToOthers())));
    }

    private Node search() {
        search.setId("queue-search");
        search.setPromptText(texts.get("queue.search"));
        search.setAccessibleText(texts.get("queue.search"));
        search.setLeft(Icons.small(Icon.SEARCH));
        search.setRight(new KeyHint("/"));
        var pause = new PauseTransition(TYPING);
        pause.setOnFinished(_ -> model.search(search.getText()));
        search.textProperty().subscribe(text -> {
            if (!text.strip().equals(model.filterProperty().get().text())) {
                pause.playFromStart();
            }
        });
        model.filterProperty().subscribe(filter -> {
            if (!filter.text().equals(search.getText().strip())) {
                search.setText(filter.text());
            }
        });
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
                event.consume();
                pause.stop();
                model.search(search.getText());
                model.whenAnswered(this::focusList);
            } else if (event.getCode() == KeyCode.ESCAPE) {
                // Not consumed: Esc also covers whatever is open.
                list.focus();
            }
        });
        return search;
    }

    private Node bottom() {
        var order = new ComboBox<Ordering>();
        order.getItems().setAll(Ordering.DUE, Ordering.URGENCY, Ordering.NEWEST);
        order.setId("queue-order");
        order.setAccessibleText(texts.get("queue.order.name"));
        order.getStyleClass().add("plain-combo");
        order.setButtonCell(new OrderCell());
        order.setCellFactory(_ -> new OrderCell());
        order.valueProperty().bindBidirectional(model.orderingProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var browse = new Label(texts.get("queue.browse"));
        browse.getStyleClass().add("muted");
        browse.setMinWidth(Region.USE_PREF_SIZE);
        order.setMinWidth(0);
        var line = new HBox(order, gap, why, new KeyHint("J"), new KeyHint("K"), browse);
        line.getStyleClass().add("queue-bottom");
        return line;
    }

    private void showState(QueueModel.ListState state) {
        body.getChildren()
                .setAll(
                        switch (state) {
                            case QueueModel.ListState.Loading() -> states.loading();
                            case QueueModel.ListState.Filled() -> list.node();
                            case QueueModel.ListState.Empty() -> states.empty();
                            case QueueModel.ListState.NothingMatches(long open) -> states.nothingMatches(open);
                            case QueueModel.ListState.NoConnection lost -> states.noConnection(lost);
                        });
    }

    private void showWhy() {
        CaseRow row = model.selectedProperty().get();
        if (row == null) {
            model.move(0);
            row = model.selectedProperty().get();
        }
        if (row == null) {
            return;
        }
        hideWhy();
        var over = KeptViews.popOver(
                new WhyFirst(texts).of(row, model.nowProperty().get()));
        over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
        over.show(why);
        whyShown = over;
    }

    private void hideWhy() {
        if (whyShown != null) {
            whyShown.hide();
            whyShown = null;
        }
    }

    /** Queues by the names that people use; also of one that is not in the list yet. */
    private final class QueueNames extends StringConverter<String> {
        @Override
        public String toString(@Nullable String name) {
            return name == null ? "" : queueName(name);
        }

        @Override
        public String fromString(String shown) {
            return shown;
        }
    }

    /** How the list is ordered. */
    private final class OrderCell extends ListCell<Ordering> {
        @Override
        protected void updateItem(Ordering order, boolean empty) {
            super.updateItem(order, empty);
            setText(empty || order == null ? null : texts.get("queue.order." + order));
        }
    }

    private String queueName(String name) {
        String key = "queue.name." + name;
        return texts.has(key) ? texts.get(key) : name;
    }
}
