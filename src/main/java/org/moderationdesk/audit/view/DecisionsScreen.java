package org.moderationdesk.audit.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.audit.LogAnswer;
import org.moderationdesk.audit.LogRow;
import org.moderationdesk.audit.Replay;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.quality.QualityCard;

/** The decision log: a list over all decisions, figures above it, and one decision as it was made beside it. */
public final class DecisionsScreen implements Screen {
    private static final Duration TYPED = Duration.millis(400);
    private static final double CARDS_FROM = 720;
    private static final double WIDE = 472;
    private static final double NARROW = 392;
    private static final double NARROW_BELOW = 1160;
    private static final double BESIDE_CHIPS = 328;
    private static final double LEAST_CHIPS = 240;

    private final LogModel model;
    private final ReplayModel replay;
    private final ViewsModel views;
    private final LogJobs jobs;
    private final Texts texts;
    private final Kit kit;
    private final Cards cards;
    private final FilterChips chips;
    private final LogTable table;
    private final LogStates states;
    private final Drawer drawer;
    private final ReplayPane replayPane;
    private final Consumer<QualityCard> onDifference;
    private final StatusLine status;
    private final TextField search = new TextField();
    private final PauseTransition typed = new PauseTransition(TYPED);
    private final HBox chain = new HBox();
    private final HBox cardRow = new HBox();
    private final VBox log = new VBox();
    private final StackPane root = new StackPane();
    private final Keys keys;
    private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(List.of());

    /**
     * Figures that stand above the list.
     *
     * @param refresh makes them anew
     */
    public record Cards(List<Node> nodes, Runnable refresh) {
        public Cards {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * What the screen has around it.
     *
     * @param ways out of it
     */
    public record Around(Dialogs dialogs, FileChoice files, StatusLine status, Sizes sizes, Ways ways) {}

    /**
     * Where one can go from here.
     *
     * @param guidelines goes to the Guidelines screen, at a clause
     * @param difference goes to what differs between a decision and its second review
     */
    public record Ways(Consumer<ClauseCode> guidelines, Consumer<QualityCard> difference) {}

    public DecisionsScreen(LogRooms rooms, Kit kit, Around around, Cards cards) {
        this.kit = kit;
        this.texts = kit.texts();
        this.cards = cards;
        model = new LogModel(rooms.reader(), kit.background(), rooms.settings());
        replay = new ReplayModel(rooms, kit, around.status()::say);
        views = new ViewsModel(rooms.views(), rooms.reader().viewer(), kit, model, around.status()::say);
        jobs = new LogJobs(rooms, kit, around.dialogs(), around.files(), around.status()::say);
        var words =
                new LogWords(kit, new ItemWords(texts, rooms.reading().tools().book()));
        chips = new FilterChips(model, words, around.dialogs());
        table = new LogTable(
                model, words, around.sizes(), row -> replay.open(row.fact().seq()));
        states = new LogStates(model, kit, table.node());
        onDifference = around.ways().difference();
        status = around.status();
        drawer = new Drawer(replay, model, words, new FromTheDrawer());
        replayPane = new ReplayPane(replay, words, around.ways().guidelines());
        var viewsMenu = new ViewsMenu(views, texts, around.dialogs());
        var columns = new ColumnsMenu(model, words);
        keys = new Keys(texts.get("audit.title"))
                .on("J", texts.get("audit.key.next"), () -> model.move(1), this::inList)
                .on("K", texts.get("audit.key.previous"), () -> model.move(-1), this::inList)
                .on("Enter", texts.get("audit.key.open"), this::openSelected, this::canOpen)
                .on("Shortcut+Home", texts.get("audit.key.first"), () -> model.goToEnd(true), this::inList)
                .on("Shortcut+End", texts.get("audit.key.last"), () -> model.goToEnd(false), this::inList)
                .on("/", texts.get("audit.search"), search::requestFocus, this::inList);
        chips.keysTo(keys);
        columns.keysTo(keys);
        viewsMenu.keysTo(keys);
        keys.on("V", texts.get("audit.view-item"), replay::switchView, replay::canView)
                .on("H", texts.get("audit.prove"), replay::prove, this::isOpen)
                .on("D", texts.get("audit.second.key"), this::goToDifference, replay::hasDifference)
                .on("N", texts.get("audit.notice.copy"), () -> drawer.notice().copy(), this::hasNotice)
                .on("Shift+H", texts.get("audit.proof"), this::writeProof, this::isOpen)
                .on("F5", texts.get("audit.key.refresh"), this::refresh)
                .on("Shortcut+E", texts.get("audit.export"), () -> jobs.export(model), jobs::mayExport)
                .alongside("Esc", texts.get("audit.drawer.close"), this::leave);
        lay(viewsMenu, columns);
        keys.listenOn(root);
        replay.openedProperty().subscribe(this::showPath);
        replay.viewingProperty().subscribe(this::showItem);
        model.answerProperty().subscribe(this::chooseFirst);
    }

    /** The first row is chosen where none is, not opened. */
    private void chooseFirst(@Nullable LogAnswer answer) {
        if (answer != null
                && model.selectedProperty().get() == null
                && !model.rows().isEmpty()) {
            model.select(model.rows().getFirst());
        }
    }

    private final class FromTheDrawer implements Drawer.Acts {
        @Override
        public void close() {
            closeDrawer();
        }

        @Override
        public void writeProof() {
            DecisionsScreen.this.writeProof();
        }

        @Override
        public boolean mayProve() {
            return jobs.mayExport();
        }

        @Override
        public void goToDifference() {
            DecisionsScreen.this.goToDifference();
        }

        @Override
        public void say(String sentence) {
            status.say(sentence);
        }
    }

    /** What is known of the whole log: it held when it was last walked. */
    public void chainHolds(Instant at) {
        chain(new Tag(texts.get("audit.chain.holds", kit.times().clock(at)), Tone.SUCCESS), Icon.CHAIN);
    }

    /** The log does not hold from this entry on. */
    public void chainBroken(long entry) {
        chain(new Tag(texts.get("audit.chain.broken", kit.numbers().whole(entry)), Tone.DANGER), Icon.TROUBLE);
    }

    private void chain(Tag tag, Icon icon) {
        tag.setId("decisions-chain");
        tag.setGraphic(Icons.small(icon));
        chain.getChildren().setAll(tag);
    }

    /** Looks at this decision, as from a list elsewhere. */
    public void open(String decisionId) {
        replay.open(decisionId);
    }

    ViewsModel views() {
        return views;
    }

    @Override
    public String title() {
        return texts.get("audit.title");
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
        List<Keys> all = new ArrayList<>(List.of(keys));
        all.addAll(replayPane.keys());
        return all;
    }

    @Override
    public List<Node> panels() {
        if (replay.viewingProperty().get()) {
            return replayPane.panels();
        }
        return isOpen() ? List.of(chips.node(), table.node(), drawer) : List.of(chips.node(), table.node());
    }

    @Override
    public void shown() {
        refresh();
        states.shown();
        focusList();
    }

    @Override
    public void changed() {
        model.refresh();
        replay.readCard();
    }

    @Override
    public void hidden() {
        replayPane.hidden();
        states.hidden();
    }

    private void refresh() {
        model.shown();
        replay.readCard();
        views.read();
        cards.refresh().run();
    }

    private boolean inList() {
        return !replay.viewingProperty().get();
    }

    private boolean canOpen() {
        return inList() && model.selectedProperty().get() != null;
    }

    private void openSelected() {
        LogRow row = model.selectedProperty().get();
        if (row != null) {
            replay.open(row.fact().seq());
        }
    }

    /** The list, or the whole where there is none. */
    private void focusList() {
        if (table.node().getScene() == null) {
            root.requestFocus();
        } else {
            table.focus();
        }
    }

    private boolean hasNotice() {
        return isOpen() && drawer.notice().hasWords();
    }

    private boolean isOpen() {
        return replay.openedProperty().get() != null;
    }

    private void writeProof() {
        Replay now = replay.openedProperty().get();
        if (now != null) {
            jobs.prove(now.row().fact().seq());
        }
    }

    private void goToDifference() {
        QualityCard card = replay.cardProperty().get();
        if (card != null && card.hasDifference()) {
            onDifference.accept(card);
        }
    }

    /** Esc covers; out of the words it goes to the list, from the list it closes what is open beside it. */
    private void leave() {
        if (search.isFocused()) {
            focusList();
        } else if (!replay.viewingProperty().get() && isOpen()) {
            closeDrawer();
        }
    }

    private void closeDrawer() {
        replay.close();
        focusList();
    }

    private void lay(ViewsMenu viewsMenu, ColumnsMenu columns) {
        var head = new HBox(
                Buttons.label(texts.get("audit.title"), "strong", "size-16"),
                gap(),
                chain,
                viewsMenu.node(),
                columns.node());
        chain.setAlignment(Pos.CENTER);
        if (jobs.mayVerify()) {
            var verify = new Button(texts.get("audit.verify"), Icons.small(Icon.REFRESH));
            verify.setId("decisions-verify");
            verify.setOnAction(_ -> jobs.verify());
            head.getChildren().add(verify);
        }
        if (jobs.mayExport()) {
            head.getChildren()
                    .add(Buttons.of(
                            "decisions-export",
                            texts.get("audit.export"),
                            Icon.EXPORT,
                            "Ctrl E",
                            () -> jobs.export(model)));
        }
        head.getStyleClass().addAll("screen-head", "gap-8", "edge-bottom");
        head.setAlignment(Pos.CENTER_LEFT);
        cards.nodes().forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
        cardRow.getChildren().setAll(cards.nodes());
        cardRow.setId("decisions-cards");
        cardRow.getStyleClass().addAll("decisions-cards", "gap-12", "edge-bottom");
        var filters = new HBox(searchField(), chips.node(), states.count());
        HBox.setHgrow(chips.node(), Priority.ALWAYS);
        filters.getStyleClass().addAll("decisions-filters", "gap-8");
        VBox.setVgrow(states.node(), Priority.ALWAYS);
        var list = new VBox(cardRow, filters, states.note(), states.node(), states.foot());
        list.setMinWidth(0);
        HBox.setHgrow(list, Priority.ALWAYS);
        var columnsOfAll = new HBox(list, drawer);
        VBox.setVgrow(columnsOfAll, Priority.ALWAYS);
        log.getChildren().addAll(head, columnsOfAll);
        root.getChildren().addAll(log, replayPane);
        root.setId("decisions");
        root.setFocusTraversable(true);
        root.setAccessibleText(texts.get("audit.title"));
        root.widthProperty().subscribe(this::fit);
        root.heightProperty().subscribe(this::fit);
    }

    private Node searchField() {
        search.setId("decisions-search");
        search.setPromptText(texts.get("audit.search.prompt"));
        search.setAccessibleText(texts.get("audit.search"));
        HBox.setHgrow(search, Priority.ALWAYS);
        typed.setOnFinished(_ -> searchNow());
        search.textProperty().addListener((_, _, _) -> typed.playFromStart());
        search.setOnAction(_ -> {
            searchNow();
            focusList();
        });
        model.filterProperty().subscribe(filter -> {
            if (!filter.words().equals(search.getText().strip())) {
                search.setText(filter.words());
            }
        });
        var field = new HBox(Icons.small(Icon.SEARCH), search, new KeyHint("/"));
        field.getStyleClass().addAll("field", "decisions-search");
        return field;
    }

    private void searchNow() {
        typed.stop();
        model.ask(model.filterProperty().get().saying(search.getText()));
    }

    /** Low windows have no room for figures; narrow ones less for the decision. */
    private void fit() {
        boolean room = root.getHeight() >= CARDS_FROM && !cards.nodes().isEmpty();
        cardRow.setVisible(room);
        cardRow.setManaged(room);
        double wide = root.getWidth() < NARROW_BELOW ? NARROW : WIDE;
        drawer.setMinWidth(wide);
        drawer.setPrefWidth(wide);
        drawer.setMaxWidth(wide);
        drawer.roomy(root.getWidth() >= NARROW_BELOW);
        double list = root.getWidth() - (drawer.isVisible() ? wide : 0);
        chips.wrapAt(Math.max(LEAST_CHIPS, list - BESIDE_CHIPS));
    }

    private void showPath(@Nullable Replay now) {
        fit();
        path.set(
                now == null
                        ? List.of()
                        : List.of(texts.get(
                                "audit.entry",
                                kit.numbers().whole(now.row().fact().seq()))));
    }

    private void showItem(boolean viewing) {
        log.setVisible(!viewing);
        replayPane.setVisible(viewing);
        if (viewing) {
            root.requestFocus();
        } else if (isOpen()) {
            focusList();
        }
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
