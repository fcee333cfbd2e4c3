package org.moderationdesk.approvals.view;

import java.util.List;
import java.util.Optional;
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
import javafx.util.Duration;
import org.moderationdesk.approvals.WaitingApproval;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.review.view.ReadCaseParts;

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
    private final ReadCaseParts parts;
    private final Sizes sizes;
    private final SplitPane columns = new SplitPane();
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
        words = new ApprovalWords(texts, itemWords.bookWords());
        list = new ApprovalList(model, itemWords, words, kit.times());
        parts = new ReadCaseParts(model.reading(), kit, onGuidelines);
        var answers = new AnswerBar(model, words, texts, dialogs);
        parts.decision().foot(answers);
        lay();
        keys = new Keys(texts.get("approvals.title"))
                .on("J", texts.get("approvals.key.next"), () -> model.move(1))
                .on("K", texts.get("approvals.key.previous"), () -> model.move(-1))
                .on("Alt+Q", texts.get("approvals.key.list"), this::switchList)
                .on("F5", texts.get("approvals.key.refresh"), model::refresh);
        answers.keysTo(keys);
        keys.listenOn(root);
        parts.item().keys().listenOn(root);
        parts.item().holdToRevealOn(root);
        model.selectedProperty().subscribe(this::show);
        model.reading().proposals().proposalProperty().subscribe(proposal -> showDecision(proposal != null));
        model.newsProperty().subscribe(this::tell);
        ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
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
        return List.of(keys, parts.item().keys());
    }

    /** Of the decision that is shown. */
    public Optional<String> itemInSight() {
        return Optional.ofNullable(model.selectedProperty().get())
                .map(one -> one.line().itemId());
    }

    @Override
    public List<Node> panels() {
        return List.of(
                list,
                parts.item().node(),
                parts.checklist().node(),
                parts.decision().node());
    }

    @Override
    public void changed() {
        model.refresh();
    }

    @Override
    public void shown() {
        model.refresh();
        parts.item().shown();
        ticking.play();
        list.focusList();
    }

    @Override
    public void hidden() {
        model.reading().item().coverAll();
        model.reading().forget();
        parts.item().hidden();
        ticking.stop();
    }

    private void lay() {
        columns.getItems().setAll(list, parts.item().node());
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
        parts.right().setId("approvals-right");
        root.getChildren().addAll(columns, parts.right());
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
            parts.item().panelAside(width < PANEL_ASIDE_BELOW);
            showList(width >= LIST_ASIDE_BELOW
                    || listWanted
                    || model.selectedProperty().get() == null);
        }
        boolean low = root.getHeight() > 0 && root.getHeight() < COMPACT_BELOW;
        parts.item().low(low);
        model.reading().panel().compactProperty().set(low);
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
        parts.decision().tick();
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
        parts.right().setVisible(there);
        parts.right().setManaged(there);
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
