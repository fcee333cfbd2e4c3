package org.moderationdesk.referrals.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.referrals.Referral;
import org.moderationdesk.staff.Person;

/** All referrals that decisions asked for: the list, the one that is open, its checks and its history. */
public final class ReferralsScreen implements Screen {
    private static final double LIST_ASIDE_BELOW = 1128;
    private static final String LIST_NAME = "referrals.list";
    private static final double LIST = 272;
    private static final double NARROW_LIST = 216;
    private static final double WIDE_LIST = 400;
    private static final int REFRESH_SECONDS = 15;
    private static final String FIGURES = "Shortcut+E";
    private static final String CALL = "Shortcut+Shift+H";

    private final ReferralsModel model;
    private final Texts texts;
    private final Sizes sizes;
    private final ReferralList list;
    private final ReferralPage page;
    private final ReferralSide side;
    private final ReportPane report;
    private final SplitPane columns = new SplitPane();
    private final HBox root = new HBox();
    private final Keys keys;
    private final List<Keys> kinds = new ArrayList<>();
    private final Timeline ticking;
    private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(List.of());
    private Runnable figures = () -> {};
    private boolean takes;
    private @Nullable Consumer<String> call;
    private int seconds;
    private boolean listWanted;

    /** @param onItem goes to an item's case */
    public ReferralsScreen(
            ReferralDoors doors, Person person, Kit kit, Dialogs dialogs, Sizes sizes, Consumer<String> onItem) {
        this.model = new ReferralsModel(doors, person, kit);
        this.texts = kit.texts();
        this.sizes = sizes;
        var words = new ReferralWords(kit);
        list = new ReferralList(model, words);
        var names = new FaultWords(texts);
        var foot = new SendBar(model.form(), model.sending(), words, dialogs);
        report = new ReportPane(model.form(), names, dialogs, kit, foot);
        page = new ReferralPage(model, words, report, onItem);
        side = new ReferralSide(model, words, names);
        side.onFault(report::goTo, report::has);
        lay();
        ReportForm form = model.form();
        keys = new Keys(texts.get("referrals.title"))
                .on("J", texts.get("referrals.key.next"), () -> model.move(1))
                .on("K", texts.get("referrals.key.previous"), () -> model.move(-1))
                .on("Enter", texts.get("referrals.open"), model::open)
                .on("G", texts.get("referrals.go-to-item"), page::goToItem)
                .on("/", texts.get("referrals.search"), this::search)
                .on("Alt+C", texts.get("referrals.clear"), list::clear)
                .on("Alt+M", texts.get("referrals.more"), model::more, model::hasMore)
                .on("Alt+Q", texts.get("referrals.key.list"), this::switchList)
                .on("F2", texts.get("referrals.key.problem"), report::nextProblem, this::hasForm)
                .on("F4", texts.get("referrals.classes"), report::explainClasses, this::hasForm)
                .on(
                        "Alt+R",
                        texts.get("referrals.add.intendedRecipient"),
                        () -> report.addPerson("intendedRecipient"),
                        form::isEditable)
                .on(FIGURES, texts.get("referrals.figures"), () -> figures.run(), () -> takes)
                .on("Alt+V", texts.get("referrals.add.victim"), () -> report.addPerson("victim"), form::isEditable)
                .on(FormPlaces.KEY, texts.get("referrals.places.add"), report::addPlace, form::isEditable)
                .on(FormCards.ADD_KEY, texts.get("referrals.key.add"), report::addHere, form::isEditable)
                .on(FormCards.REMOVE_KEY, texts.get("referrals.key.remove"), report::removeHere, report::isInCard)
                .on(RemovedLine.KEY, texts.get("referrals.key.put-back"), report::putBack, report::mayPutBack)
                .on(CALL, texts.get("referrals.key.call"), this::callAbout, this::mayCall)
                .on("F5", texts.get("referrals.key.refresh"), this::askAgain);
        page.keysTo(keys);
        foot.keysTo(keys);
        keys.listenOn(root);
        model.selectedProperty().subscribe(this::show);
        model.openedProperty().subscribe(_ -> fit());
        ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    /** Told when a report was begun, let go on or taken back, and so has to be taken on. */
    public void onSend(Runnable told) {
        model.onSend(told);
    }

    /** Lets figures of all of them be taken away. */
    public void onFigures(Runnable take) {
        figures = take;
        takes = true;
        list.act(KeyButton.of("referrals-figures", texts.get("referrals.figures"), FIGURES, () -> figures.run()));
    }

    /**
     * Lets emergency services be called about whichever is shown.
     *
     * @param about told of which item
     */
    public void onCall(Consumer<String> about) {
        call = about;
    }

    /**
     * Shows those of its kind on its page.
     *
     * @param onChange told when something was done of one of them
     */
    public void with(KindPage kind, Runnable onChange) {
        page.with(kind);
        kinds.add(kind.keys());
        kind.keys().listenOn(root);
        kind.onMissed(model::missed);
        kind.onChange(() -> {
            model.refresh();
            onChange.run();
        });
    }

    /** Opens this one. */
    public void open(String referralId) {
        model.open(referralId);
    }

    @Override
    public String title() {
        return texts.get("referrals.title");
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
        return Stream.concat(Stream.of(keys), kinds.stream()).toList();
    }

    @Override
    public List<Node> panels() {
        return List.of(list, page, side);
    }

    @Override
    public void changed() {
        model.refresh();
    }

    @Override
    public void shown() {
        model.refresh();
        ticking.play();
        list.focusList();
    }

    @Override
    public void hidden() {
        model.close();
        ticking.stop();
    }

    private void lay() {
        columns.getItems().setAll(list, page);
        columns.getStyleClass().add("edge-less");
        columns.setFocusTraversable(false);
        columns.setMinWidth(0);
        SplitPane.setResizableWithParent(list, false);
        sizes.remember(list, LIST_NAME, LIST);
        holdList();
        columns.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> {
            list.setMinWidth(NARROW_LIST);
            list.setMaxWidth(WIDE_LIST);
        });
        columns.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> {
            columns.layout();
            holdList();
        });
        HBox.setHgrow(columns, Priority.ALWAYS);
        root.getChildren().addAll(columns, side);
        root.setId("referrals");
        root.setFocusTraversable(true);
        root.setAccessibleText(texts.get("referrals.title"));
        root.widthProperty().subscribe(this::fit);
    }

    /** In a narrow window the list gives way to the one that is open. */
    private void fit() {
        double width = root.getWidth();
        if (width > 0) {
            boolean there = width >= LIST_ASIDE_BELOW
                    || listWanted
                    || model.openedProperty().get() == null;
            if (!there) {
                boolean focused = list.isFocusWithin();
                columns.getItems().remove(list);
                if (focused) {
                    root.requestFocus();
                }
            } else if (!columns.getItems().contains(list)) {
                columns.getItems().addFirst(list);
                holdList();
            }
        }
    }

    /** As wide as it was left: a split pane that is not laid out yet gives half of itself to what is put in. */
    private void holdList() {
        double wide = Math.clamp(sizes.of(LIST_NAME, LIST), NARROW_LIST, WIDE_LIST);
        list.setMinWidth(wide);
        list.setMaxWidth(wide);
    }

    /** In a narrow window: brings the list out, or puts it aside. */
    private void switchList() {
        listWanted = !columns.getItems().contains(list);
        fit();
        if (listWanted) {
            columns.applyCss();
            list.focusList();
        }
    }

    /** The page of a referral to emergency services has this key itself, once it is open. */
    private boolean mayCall() {
        Referral shown = model.selectedProperty().get();
        return call != null
                && shown != null
                && !(shown.line().to() == ReferralTarget.EMERGENCY_SERVICES && model.isOpen(shown));
    }

    private void callAbout() {
        Referral shown = model.selectedProperty().get();
        Consumer<String> about = call;
        if (about != null && shown != null) {
            about.accept(shown.line().itemId());
        }
    }

    private void askAgain() {
        model.refresh();
        page.askAgain();
    }

    private boolean hasForm() {
        return model.form().loadedProperty().get() != null;
    }

    private void search() {
        listWanted = true;
        fit();
        columns.applyCss();
        list.focusSearch();
    }

    private void tick() {
        list.tick();
        page.tick();
        if (++seconds % REFRESH_SECONDS == 0) {
            model.refresh();
        }
    }

    private void show(Referral one) {
        path.set(one == null ? List.of() : List.of(SafeLine.of(one.line().itemId())));
    }
}
