package org.moderationdesk.editions.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;

/** The editions of the book, what is different in each, who has read it, and which past decisions it touches. */
public final class EditionsScreen implements Screen {
    private static final String LIST_NAME = "editions.list";
    private static final double LIST = 216;
    private static final double NARROW_LIST = 160;
    private static final double WIDE_LIST = 360;

    private final EditionsModel model;
    private final Texts texts;
    private final EditionList list;
    private final ChangesPane changes;
    private final BringIn bringIn;
    private final TouchedCard touched;
    private final Withdraw withdraw;
    private final VBox left = new VBox();
    private final VBox right = new VBox();
    private final ScrollPane side = new ScrollPane(right);
    private final SplitPane columns = new SplitPane();
    private final HBox root = new HBox();
    private final Keys keys;
    private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(List.of());

    /** @param onGuidelines goes to the Guidelines screen, at a clause */
    public EditionsScreen(
            EditionsDoors doors,
            Person person,
            Kit kit,
            Dialogs dialogs,
            Sizes sizes,
            Consumer<ClauseCode> onGuidelines) {
        this.model = new EditionsModel(doors, person, kit);
        this.texts = kit.texts();
        var words = new EditionWords(kit);
        list = new EditionList(model, words);
        changes = new ChangesPane(model, words, onGuidelines);
        bringIn = new BringIn(model, words, dialogs);
        touched = new TouchedCard(model, words, dialogs);
        withdraw = new Withdraw(model, words, dialogs);
        layOut(words, sizes);
        keys = new Keys(texts.get("editions.title"))
                .on("J", texts.get("editions.key.next"), () -> changes.move(1))
                .on("K", texts.get("editions.key.previous"), () -> changes.move(-1))
                .on("G", texts.get("editions.key.guidelines"), changes::openGuidelines)
                .on("Alt+L", texts.get("editions.key.language"), changes::otherLanguage)
                .on("Alt+Down", texts.get("editions.key.edition"), () -> model.move(1))
                .on("Alt+Up", texts.get("editions.key.edition-before"), () -> model.move(-1))
                .on("Shortcut+Enter", texts.get("editions.have-read"), model::haveRead)
                .on("Alt+T", texts.get("editions.count"), touched::count, () -> model.may(Right.PLAN_QUALITY))
                .on("Alt+D", texts.get("editions.try"), touched::tryOut, () -> model.may(Right.PLAN_QUALITY))
                .on("Shortcut+N", texts.get("editions.bring-in"), bringIn::choose, () -> model.may(Right.SET_EDITION))
                .on("Delete", texts.get("editions.withdraw"), withdraw::ask, model::mayWithdraw)
                .on(
                        "Shortcut+Z",
                        texts.get("editions.bring-back"),
                        model::bringBack,
                        () -> model.withdrawnProperty().get() != null)
                .on("F5", texts.get("editions.key.refresh"), model::refresh);
        keys.listenOn(root);
        model.shownProperty()
                .subscribe(shown -> path.set(
                        shown == null ? List.of() : List.of(shown.edition().name())));
    }

    private void layOut(EditionWords words, Sizes sizes) {
        VBox.setVgrow(list, Priority.ALWAYS);
        left.getChildren().add(list);
        left.getStyleClass().add("surface");
        if (model.may(Right.SET_EDITION)) {
            var add = KeyButton.of("editions-bring-in", texts.get("editions.bring-in"), "Shortcut+N", bringIn::choose);
            var foot = new HBox(add);
            foot.setAlignment(Pos.CENTER_LEFT);
            foot.getStyleClass().addAll("edition-foot", "edge-top");
            left.getChildren().add(foot);
        }
        columns.getItems().setAll(left, changes);
        columns.getStyleClass().add("edge-less");
        columns.setFocusTraversable(false);
        columns.setMinWidth(0);
        SplitPane.setResizableWithParent(left, false);
        sizes.remember(left, LIST_NAME, LIST);
        hold(sizes);
        columns.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> letGo());
        columns.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> {
            columns.layout();
            hold(sizes);
        });
        HBox.setHgrow(columns, Priority.ALWAYS);
        var problem = new Label();
        problem.setId("editions-problem");
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(model.problemProperty().isNotEmpty());
        right.getChildren().addAll(problem, withdraw, new ReadingCard(model, words));
        if (model.may(Right.PLAN_QUALITY)) {
            right.getChildren().add(touched);
        }
        right.getStyleClass().add("edition-side");
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().addAll("edge-less", "edition-side-scroll");
        side.setFocusTraversable(false);
        var edge = new VBox(side);
        VBox.setVgrow(side, Priority.ALWAYS);
        edge.getStyleClass().addAll("edge-left", "surface");
        edge.setMinWidth(VBox.USE_PREF_SIZE);
        root.getChildren().addAll(columns, edge);
        root.setId("editions");
        root.setFocusTraversable(true);
        root.setAccessibleText(texts.get("editions.title"));
    }

    /** As wide as it was left, until the divider is dragged: a split pane gives half of itself to what is put in. */
    private void hold(Sizes sizes) {
        double wide = Math.clamp(sizes.of(LIST_NAME, LIST), NARROW_LIST, WIDE_LIST);
        left.setMinWidth(wide);
        left.setMaxWidth(wide);
    }

    private void letGo() {
        left.setMinWidth(NARROW_LIST);
        left.setMaxWidth(WIDE_LIST);
    }

    /** Told when something has been recorded here: an edition, that somebody has read it, a re-review. */
    public void onChange(Runnable told) {
        model.onChange(told);
    }

    /** Looks at this edition. */
    public void open(String edition) {
        model.open(edition);
    }

    @Override
    public String title() {
        return texts.get("editions.title");
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
        return List.of(keys);
    }

    @Override
    public List<Node> panels() {
        return List.of(list, changes, side);
    }

    @Override
    public void shown() {
        model.refresh();
        list.focusList();
    }

    @Override
    public void changed() {
        model.refresh();
    }
}
