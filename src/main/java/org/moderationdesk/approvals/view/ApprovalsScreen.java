package org.moderationdesk.approvals.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.moderationdesk.approvals.WaitingApproval;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.view.ChecklistPane;
import org.moderationdesk.decisions.view.DecisionActs;
import org.moderationdesk.decisions.view.DecisionPanel;
import org.moderationdesk.decisions.view.Speech;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.ItemPane;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.review.view.CaseHistory;

/** What waits for a second person: list, the same item under cover, and the decision to read and to answer. */
public final class ApprovalsScreen implements Screen {
    private static final double PANEL_ASIDE_BELOW = 1288;
    private static final double LIST_ASIDE_BELOW = 1128;
    private static final double COMPACT_BELOW = 792;
    private static final String LIST_NAME = "approvals.list";
    private static final double LIST = 272;
    private static final double NARROW_LIST = 216;
    private static final double WIDE_LIST = 360;
    private static final int REFRESH_SECONDS = 15;

    private final ApprovalsModel model;
    private final Texts texts;
    private final StatusLine status;
    private final ApprovalWords words;
    private final ApprovalList list;
    private final ItemPane item;
    private final ChecklistPane checklist;
    private final DecisionPanel decision;
    private final Sizes sizes;
    private final SplitPane columns = new SplitPane();
    private final VBox right = new VBox();
    private final HBox root = new HBox();
    private final Keys keys;
    private final Timeline ticking;
    private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(List.of());
    private int seconds;
    private boolean listWanted;

    /** @param onGuidelines goes to the Guidelines screen, at a clause */
    public ApprovalsScreen(
            ApprovalsModel model,
            Kit kit,
            Dialogs dialogs,
            StatusLine status,
            Sizes sizes,
            Consumer<ClauseCode> onGuidelines) {
        this.model = model;
        this.texts = kit.texts();
        this.status = status;
        this.sizes = sizes;
        var itemWords = new ItemWords(texts, model.rooms().tools().book());
        var speech = new Speech(texts, itemWords.bookWords());
        words = new ApprovalWords(texts, itemWords.bookWords());
        list = new ApprovalList(model, itemWords, words, kit.times());
        item = new ItemPane(model.item(), itemWords, kit.times(), model.pictures(), kit.background(), kit.covers());
        checklist = new ChecklistPane(model.checklist(), speech, onGuidelines);
        decision = new DecisionPanel(model.panel(), speech, kit.times(), new NothingToDo());
        var answers = new AnswerBar(model, words, texts, dialogs);
        decision.foot(answers);
        model.layOut(new CaseHistory(texts)::of);
        lay();
        keys = new Keys(texts.get("approvals.title"))
                .on("J", texts.get("approvals.key.next"), () -> model.move(1))
                .on("K", texts.get("approvals.key.previous"), () -> model.move(-1))
                .on("Alt+Q", texts.get("approvals.key.list"), this::switchList)
                .on("F5", texts.get("approvals.key.refresh"), model::refresh);
        answers.keysTo(keys);
        keys.listenOn(root);
        item.keys().listenOn(root);
        item.holdToRevealOn(root);
        model.selectedProperty().subscribe(this::show);
        model.proposals().proposalProperty().subscribe(proposal -> showDecision(proposal != null));
        model.newsProperty().subscribe(this::tell);
        ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    /** Nothing is submitted, skipped or undone here: its keys are not listened to, and the foot is another. */
    private record NothingToDo() implements DecisionActs {
        @Override
        public void submit(boolean next) {}

        @Override
        public void skip() {}

        @Override
        public void undo() {}

        @Override
        public void next() {}
    }

    @Override
    public String title() {
        return texts.get("approvals.title");
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
        return List.of(keys, item.keys());
    }

    @Override
    public List<Node> panels() {
        return List.of(list, item.node(), checklist.node(), decision.node());
    }

    @Override
    public void changed() {
        model.refresh();
    }

    @Override
    public void shown() {
        model.refresh();
        item.shown();
        ticking.play();
        list.focusList();
    }

    @Override
    public void hidden() {
        model.item().coverAll();
        model.rooms().pictures().forget();
        item.hidden();
        ticking.stop();
    }

    private void lay() {
        columns.getItems().setAll(list, item.node());
        columns.getStyleClass().add("edge-less");
        columns.setFocusTraversable(false);
        columns.setMinWidth(0);
        SplitPane.setResizableWithParent(list, false);
        sizes.remember(list, LIST_NAME, LIST);
        holdList();
        columns.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> letListBeDragged());
        columns.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> {
            columns.layout();
            holdList();
        });
        HBox.setHgrow(columns, Priority.ALWAYS);
        VBox.setVgrow(checklist.node(), Priority.ALWAYS);
        right.getChildren().addAll(checklist.node(), decision.node());
        right.setId("approvals-right");
        right.getStyleClass().addAll("review-side", "edge-left");
        root.getChildren().addAll(columns, right);
        root.setId("approvals");
        root.setFocusTraversable(true);
        root.setAccessibleText(texts.get("approvals.title"));
        root.widthProperty().subscribe(this::fit);
        root.heightProperty().subscribe(this::fit);
    }

    /** Narrow windows put the words aside, narrower ones the list too; low ones make the panel compact. */
    private void fit() {
        double width = root.getWidth();
        if (width > 0) {
            item.panelAside(width < PANEL_ASIDE_BELOW);
            showList(width >= LIST_ASIDE_BELOW
                    || listWanted
                    || model.selectedProperty().get() == null);
        }
        boolean low = root.getHeight() > 0 && root.getHeight() < COMPACT_BELOW;
        item.low(low);
        model.panel().compactProperty().set(low);
    }

    private void showList(boolean there) {
        if (!there) {
            columns.getItems().remove(list);
        } else if (!columns.getItems().contains(list)) {
            bringListBack();
        }
    }

    private void bringListBack() {
        columns.getItems().addFirst(list);
        holdList();
    }

    /** As wide as it was left: a split pane that is not laid out yet gives half of itself to what is put in. */
    private void holdList() {
        double wide = Math.clamp(sizes.of(LIST_NAME, LIST), NARROW_LIST, WIDE_LIST);
        list.setMinWidth(wide);
        list.setMaxWidth(wide);
    }

    private void letListBeDragged() {
        list.setMinWidth(NARROW_LIST);
        list.setMaxWidth(WIDE_LIST);
    }

    /** In a narrow window: brings the list out, or puts it aside. */
    private void switchList() {
        listWanted = !columns.getItems().contains(list);
        fit();
        if (listWanted) {
            list.focusList();
        }
    }

    private void tick() {
        decision.tick();
        if (++seconds % REFRESH_SECONDS == 0) {
            model.refresh();
            list.tick();
        }
    }

    private void show(WaitingApproval one) {
        path.set(one == null ? List.of() : List.of(SafeLine.of(one.line().itemId())));
        fit();
        if (!columns.getItems().contains(list)) {
            root.requestFocus();
        }
    }

    private void showDecision(boolean there) {
        right.setVisible(there);
        right.setManaged(there);
    }

    private void tell(ApprovalNews news) {
        if (news == null) {
            return;
        }
        status.say(words.of(news));
        if (news instanceof ApprovalNews.Answered) {
            status.countsChanged();
            if (columns.getItems().contains(list)) {
                list.focusList();
            } else {
                root.requestFocus();
            }
        }
    }
}
