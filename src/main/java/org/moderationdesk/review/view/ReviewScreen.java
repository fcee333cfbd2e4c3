package org.moderationdesk.review.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.view.ChecklistPane;
import org.moderationdesk.decisions.view.Counsel;
import org.moderationdesk.decisions.view.DecisionActs;
import org.moderationdesk.decisions.view.DecisionPanel;
import org.moderationdesk.decisions.view.PanelModel;
import org.moderationdesk.decisions.view.Speech;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.ItemPane;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.queue.view.QueuePane;
import org.moderationdesk.review.Opened;
import org.moderationdesk.staff.Person;
import org.moderationdesk.wellbeing.view.CareStrip;

/** List, item, checklist and decision side by side; a case goes from one end to the other by keyboard alone. */
public final class ReviewScreen implements Screen {
    private static final KeyCombination BREAK = KeyCombination.valueOf("Shortcut+B");
    private static final KeyCombination NEXT = KeyCombination.valueOf("Shortcut+Enter");
    private static final double RAIL = 72;
    private static final double BARS = 68;
    private static final double PANEL_ASIDE_BELOW = 1360 - RAIL;
    private static final double QUEUE_ASIDE_BELOW = 1200 - RAIL;
    private static final double COMPACT_BELOW = 860 - BARS;

    private final ReviewModel model;
    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final StatusLine status;
    private final NewsWords words;
    private final QueuePane queue;
    private final ItemPane item;
    private final ChecklistPane checklist;
    private final DecisionPanel decision;
    private final Prompts prompts;
    private final NoticeBar notice;
    private boolean saidFailed;
    private final Label others = new Label("", Icons.small(Icon.REVEALED));
    private final CareStrip care;
    private final HBox root = new HBox();
    private final VBox column = new VBox();
    private final StackPane side = new StackPane();
    private final Node nothingOpen;
    private final ClearQueue clear;
    private final Keys keys;
    private final Timeline ticking;
    private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(List.of());
    private boolean queueWanted = true;

    /** @param onGuidelines goes to the Guidelines screen, at a clause */
    public ReviewScreen(
            ReviewModel model, Kit kit, Dialogs dialogs, StatusLine status, Consumer<ClauseCode> onGuidelines) {
        this.model = model;
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.status = status;
        Book book = model.desk().tools().book();
        var itemWords = new ItemWords(texts, book);
        var speech = new Speech(texts, itemWords.bookWords());
        words = new NewsWords(texts, itemWords.bookWords());
        prompts = new Prompts(texts, dialogs, model);
        notice = new NoticeBar(texts);
        care = new CareStrip(texts, kit.times(), model.desk().care());
        queue = new QueuePane(
                model.queue(),
                itemWords,
                kit.times(),
                model.desk().settings(),
                kit.background(),
                row -> model.open(row.itemId()));
        item = new ItemPane(
                model.open().item(), itemWords, kit.times(), model.pictures(), kit.background(), kit.covers());
        checklist = new ChecklistPane(model.open().checklist(), speech, onGuidelines);
        decision = new DecisionPanel(model.open().panel(), speech, kit.times(), acts());
        nothingOpen = nothingOpen();
        clear = new ClearQueue(model, kit, this::queueName);
        model.open().layOut(new CaseHistory(texts)::of);
        model.open().item().onNoClause(() -> notice.say(texts.get("review.screen.no-clause")));
        lay();
        keys = bind();
        clear.keysTo(keys);
        keys.listenOn(root);
        for (Keys each : List.of(checklist.keys(), decision.keys(), item.keys(), queue.keys())) {
            each.listenOn(root);
        }
        item.holdToRevealOn(root);
        followInput();
        model.openedProperty().subscribe(this::show);
        clear.clear().subscribe(this::showSide);
        model.newsProperty().subscribe(this::tell);
        ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    private DecisionActs acts() {
        return new DecisionActs() {
            @Override
            public void submit(boolean next) {
                model.submit(next);
            }

            @Override
            public void skip() {
                if (model.open().holds()) {
                    prompts.skip();
                }
            }

            @Override
            public void undo() {
                model.undo();
            }

            @Override
            public void next() {
                model.openNext();
            }
        };
    }

    @Override
    public String title() {
        return texts.get("review.screen.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public ObservableValue<List<String>> path() {
        return path.getReadOnlyProperty();
    }

    @Override
    public List<Keys> keys() {
        return List.of(keys, queue.keys(), item.keys(), checklist.keys(), decision.keys());
    }

    @Override
    public List<Node> panels() {
        return List.of(queue.node(), item.node(), checklist.node(), decision.node());
    }

    @Override
    public void shown() {
        queue.shown();
        item.shown();
        ticking.play();
        if (model.openedProperty().get() == null) {
            queue.focusList();
        } else {
            checklist.focus();
        }
    }

    @Override
    public void changed() {
        model.queue().refresh();
    }

    @Override
    public void hidden() {
        model.saveDraft();
        model.desk().pictures().forget();
        queue.hidden();
        item.hidden();
        decision.hidden();
        ticking.stop();
    }

    /** Who works at this desk: among them may be one who approves. */
    public ObjectProperty<List<Person>> peopleProperty() {
        return model.open().panel().peopleProperty();
    }

    /** What a room above says of rules and of proposals from now on. */
    public void counsel(Counsel from) {
        checklist.counsel(from);
        decision.counsel(from);
    }

    /** How loud clips are played, from 0 to 1. */
    public DoubleProperty volumeProperty() {
        return item.volumeProperty();
    }

    /** Opens the case of an item, as from the palette. */
    public void open(String itemId) {
        model.open(itemId);
    }

    /** Lists what waits for a second person, with its age. */
    public void showWaiting() {
        kit.background()
                .run(
                        () -> model.desk().decisions().awaiting(model.desk().person()),
                        waiting -> dialogs.show(
                                texts.get("review.waiting.title"),
                                new WaitingList(texts, kit.times(), kit.clock()).of(waiting, id -> {
                                    dialogs.close();
                                    model.open(id);
                                })),
                        _ -> notice.say(texts.get("review.news.failed")));
    }

    private Keys bind() {
        return care.bind(new Keys(texts.get("review.screen.title")))
                .on("Alt+Q", texts.get("review.key.queue"), this::switchQueue)
                .on("H", texts.get("review.key.hand-over"), prompts::handOver, () -> model.open()
                        .holds())
                .on("Shift+W", texts.get("review.key.waiting"), this::showWaiting);
    }

    private Node nothingOpen() {
        var next = new Button(texts.get("review.screen.next"), KeyHint.of(NEXT));
        next.setId("review-next");
        next.setContentDisplay(ContentDisplay.RIGHT);
        next.getStyleClass().addAll("accent", "large");
        next.setOnAction(_ -> model.openNext());
        var empty = new EmptyState(
                Icon.CHECKLIST,
                texts.get("review.screen.none"),
                texts.get("review.screen.none.sentence"),
                next,
                pause());
        empty.setId("review-nothing-open");
        empty.getStyleClass().addAll("surface", "edge-left");
        return empty;
    }

    private Node pause() {
        var pause = new Button(texts.get("review.screen.break"), KeyHint.of(BREAK));
        pause.setId("review-break");
        pause.setContentDisplay(ContentDisplay.RIGHT);
        pause.getStyleClass().add("large");
        pause.setOnAction(_ -> model.desk().care().startBreak());
        return pause;
    }

    private void lay() {
        column.getChildren().addAll(others, notice, checklist.node(), decision.node());
        others.setId("review-others");
        others.setWrapText(true);
        others.setMaxWidth(Double.MAX_VALUE);
        others.getStyleClass().addAll("notice-bar", "size-12", "muted");
        model.open().othersProperty().subscribe(names -> {
            others.setText(
                    texts.get("review.viewers", names.stream().map(SafeLine::of).collect(Collectors.joining(", "))));
            put(others, !names.isEmpty());
        });
        VBox.setVgrow(checklist.node(), Priority.ALWAYS);
        column.getStyleClass().add("edge-left");
        column.setMinWidth(0);
        side.setMinWidth(Region.USE_PREF_SIZE);
        column.setId("review-column");
        side.getChildren().addAll(nothingOpen, clear.node(), column);
        side.getStyleClass().add("review-side");
        VBox.setVgrow(side, Priority.ALWAYS);
        var right = new VBox(care, side);
        right.setId("review-right");
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(item.node(), Priority.ALWAYS);
        root.getChildren().addAll(queue.node(), item.node(), right);
        root.setId("review");
        root.getStyleClass().add("review");
        root.setFocusTraversable(true);
        root.setAccessibleText(texts.get("review.screen.title"));
        root.widthProperty().subscribe(this::fit);
        root.heightProperty().subscribe(this::fit);
    }

    /** Narrow windows put the words aside, narrower ones the list too; low ones make the panel compact. */
    private void fit() {
        double width = root.getWidth();
        if (width > 0) {
            item.panelAside(width < PANEL_ASIDE_BELOW);
            boolean queueShown = queueWanted
                    && (width >= QUEUE_ASIDE_BELOW || model.openedProperty().get() == null);
            put(queue.node(), queueShown);
        }
        boolean low = root.getHeight() > 0 && root.getHeight() < COMPACT_BELOW;
        item.low(low);
        model.open().panel().compactProperty().set(low);
    }

    private void switchQueue() {
        boolean show = !queue.node().isVisible();
        queueWanted = show;
        put(queue.node(), show);
        if (show) {
            queue.focusList();
        } else {
            checklist.focus();
        }
    }

    private void followInput() {
        root.addEventFilter(InputEvent.ANY, _ -> model.open().active().input());
        root.sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(Window::focusedProperty)
                .addListener((_, _, focused) -> model.open().active().focus(Boolean.TRUE.equals(focused)));
    }

    private void tick() {
        model.tick();
        decision.tick();
    }

    private void show(Opened opened) {
        showSide();
        fit();
        if (opened == null) {
            path.set(List.of());
            return;
        }
        notice.hideNotice();
        path.set(List.of(
                queueName(opened.row().queue()), SafeLine.of(opened.row().itemId())));
        checklist.focus();
    }

    private void showSide() {
        boolean none = model.openedProperty().get() == null;
        boolean nothingWaits = clear.clear().get();
        put(nothingOpen, none && !nothingWaits);
        put(clear.node(), none && nothingWaits);
        put(column, !none);
    }

    private String queueName(String name) {
        String key = "queue.name." + name;
        return texts.has(key) ? texts.get(key) : SafeLine.of(name);
    }

    private static void put(Node part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }

    private void tell(ReviewNews news) {
        if (saidFailed) {
            notice.hideNotice();
        }
        saidFailed = news instanceof ReviewNews.Failed;
        if (news == null) {
            return;
        }
        String sentence = words.of(news);
        switch (news) {
            case ReviewNews.Decided decided -> {
                status.undoFor(sentence, decided.decision().releaseAt());
                status.countsChanged();
            }
            case ReviewNews.TakenBack _, ReviewNews.Withdrawn _ -> {
                status.clear();
                status.say(sentence);
                status.countsChanged();
            }
            case ReviewNews.Skipped _,
                    ReviewNews.HandedOver _,
                    ReviewNews.NothingToUndo _,
                    ReviewNews.Kept _,
                    ReviewNews.Clear _,
                    ReviewNews.NoneOffered _ -> {
                status.say(sentence);
                status.countsChanged();
            }
            case ReviewNews.Refused _ -> model.open().panel().saidProperty().set(new PanelModel.Said.Told(sentence));
            case ReviewNews.LeaseLost lost ->
                notice.say(sentence, texts.get("review.screen.claim-again"), () -> model.open(lost.item()));
            case ReviewNews.ReadOnly _,
                    ReviewNews.NewReports _,
                    ReviewNews.GivenByOther _,
                    ReviewNews.Returned _,
                    ReviewNews.Unknown _,
                    ReviewNews.Unsent _,
                    ReviewNews.Failed _ -> {
                notice.say(sentence);
                if (model.openedProperty().get() == null) {
                    // The notice stands over a case.
                    status.say(sentence);
                }
            }
        }
    }
}
