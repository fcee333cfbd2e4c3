package org.moderationdesk.routing.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.routing.PlanRefused;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;

/** Where leads make queues and the rules that bring cases into them, and see beforehand what a change would do. */
public final class QueuesScreen implements Screen {
    private final Texts texts;
    private final QueuesModel model;
    private final BorderPane node = new BorderPane();
    private final PlanLists lists;
    private final PlanForm form;
    private final ResultPane results;
    private final Label version = new Label();
    private final Label problem = new Label();
    private final Keys keys;
    private boolean loaded;

    public QueuesScreen(Kit kit, QueueRooms rooms, Person person) {
        this.texts = kit.texts();
        this.model = new QueuesModel(rooms, kit.background(), person);
        this.lists = new PlanLists(model, texts);
        this.form = new PlanForm(model, texts);
        this.results = new ResultPane(model, kit);
        this.keys = keysOf();
        node.setId("queues");
        node.setFocusTraversable(true);
        node.setAccessibleText(title());
        problem.setId("routing-problem");
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        keys.listenOn(node);
        model.problemProperty().subscribe(this::tell);
        model.stateProperty().subscribe(this::show);
        model.planProperty().subscribe(_ -> showVersion());
        model.changedProperty().subscribe(_ -> showVersion());
        node.setTop(head());
    }

    @Override
    public String title() {
        return texts.get("routing.title");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        if (!loaded || !model.changedProperty().get() && !model.isWorking()) {
            loaded = true;
            model.reload();
        }
    }

    @Override
    public List<Keys> keys() {
        return List.of(keys);
    }

    @Override
    public List<Node> panels() {
        return List.of(lists.node(), form.node(), results.node());
    }

    private Keys keysOf() {
        return new Keys(title())
                .on("Shortcut+N", texts.get("routing.queue.add"), lists::addQueue, this::isReady)
                .on("Shortcut+Shift+N", texts.get("routing.rule.add"), lists::addRule, this::isReady)
                .on("Alt+Up", texts.get("routing.rule.up"), () -> model.move(-1), () -> model.rule() != null)
                .on("Alt+Down", texts.get("routing.rule.down"), () -> model.move(1), () -> model.rule() != null)
                .on("Delete", texts.get("routing.key.remove"), model::remove, this::isSomethingChosen)
                .on("Alt+M", texts.get("routing.move-rest"), model::carryOut, this::isSomethingLeft)
                .on("Shortcut+D", texts.get("routing.dry-run"), model::dryRun, this::isReady)
                .on("Shortcut+S", texts.get("routing.save"), model::save, this::maySave)
                .on("F5", texts.get("routing.reload"), model::reload, () -> !model.isWorking());
    }

    private boolean isReady() {
        return model.stateProperty().get() instanceof QueuesModel.State.Ready;
    }

    private boolean isSomethingChosen() {
        return model.queue() != null || model.rule() != null;
    }

    private boolean isSomethingLeft() {
        return isReady() && !model.isWorking() && !model.allMovedProperty().get();
    }

    private boolean maySave() {
        return isReady() && model.changedProperty().get();
    }

    private Node head() {
        var title = new Label(title());
        title.getStyleClass().addAll("strong", "size-16");
        version.setId("routing-version");
        version.getStyleClass().addAll("muted", "size-12");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var dry = button("routing-dry-run", "routing.dry-run", "Ctrl D", model::dryRun);
        var save = button("routing-save", "routing.save", "Ctrl S", model::save);
        save.getStyleClass().add("accent");
        save.disableProperty().bind(model.changedProperty().not());
        var head = new HBox(title, version, gap, dry, save);
        head.getStyleClass().addAll("screen-head", "gap-8");
        head.setAlignment(Pos.CENTER_LEFT);
        var top = new VBox(head, problem);
        top.getStyleClass().addAll("edge-bottom", "routing-head");
        return top;
    }

    private Button button(String id, String key, String hint, Runnable act) {
        var button = new Button(texts.get(key), new KeyHint(hint));
        button.setId(id);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }

    private void showVersion() {
        int number = model.planProperty().get().version();
        String said = number == 0 ? texts.get("routing.version.none") : texts.get("routing.version.number", number);
        version.setText(model.changedProperty().get() ? texts.get("routing.version.changed", said) : said);
    }

    private void show(QueuesModel.State now) {
        switch (now) {
            case QueuesModel.State.Loading _ -> {
                clear();
                node.setCenter(new Loading(6, texts.get("routing.loading")));
            }
            case QueuesModel.State.Failed _ -> {
                clear();
                var again = new Button(texts.get("routing.again"), new KeyHint("F5"));
                again.setId("routing-again");
                again.setOnAction(_ -> model.reload());
                node.setCenter(new EmptyState(
                        Icon.TROUBLE, texts.get("routing.failed"), texts.get("routing.failed.sentence"), again));
            }
            case QueuesModel.State.Ready _ -> {
                node.setLeft(lists.node());
                node.setCenter(form.node());
                node.setRight(results.node());
            }
        }
    }

    private void clear() {
        node.setLeft(null);
        node.setRight(null);
    }

    private void tell(@Nullable Exception failure) {
        problem.setText(
                switch (failure) {
                    case null -> "";
                    case PlanRefused refused -> refused.words(texts);
                    case RightRefused refused -> refused.words(texts);
                    default -> texts.get("routing.failed.sentence");
                });
    }
}
