package org.moderationdesk.quality.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.SegmentedButton;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.review.Opened;
import org.moderationdesk.staff.Person;

/** Quality review: reviewing blind, resolving differences, the plan, and what was said about one's own judgements. */
public final class QualityScreen implements Screen {
    private final Texts texts;
    private final QualityDoors doors;
    private final SecondModel seconds;
    private final DifferencesModel differences;
    private final PlanModel plan;
    private final RepliesModel replies;
    private final SecondPane secondPane;
    private final DifferencesPane differencesPane;
    private final PlanPane planPane;
    private final RepliesPane repliesPane;
    private final Map<Part, ToggleButton> toggles = new EnumMap<>(Part.class);
    private final StackPane body = new StackPane();
    private final Label problem = new Label();
    private final VBox root = new VBox();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final Keys keys;
    private final Timeline ticking;
    private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(List.of());
    private Part shown = Part.SECOND;
    private boolean inFront;

    /** What the screen is made of, each with its key. */
    private enum Part {
        SECOND("Alt+S"),
        DIFFERENCES("Alt+D"),
        PLAN("Alt+P"),
        REPLIES("Alt+R");

        private final String key;

        Part(String key) {
            this.key = key;
        }
    }

    /**
     * What lies around the screen.
     *
     * @param onGuidelines goes to the Guidelines screen, at a clause
     */
    public record Around(Dialogs dialogs, StatusLine status, Sizes sizes, Consumer<ClauseCode> onGuidelines) {}

    public QualityScreen(QualityDoors doors, Person person, Kit kit, Around around) {
        StatusLine status = around.status();
        this.doors = doors;
        this.texts = kit.texts();
        var words = new ItemWords(texts, doors.book());
        seconds = new SecondModel(doors, person, kit);
        differences = new DifferencesModel(doors, person, kit);
        plan = new PlanModel(doors, person, kit);
        replies = new RepliesModel(doors, person, kit);
        secondPane = new SecondPane(seconds, words, kit, around.sizes(), around.onGuidelines());
        differencesPane = new DifferencesPane(differences, doors, words, kit, around.dialogs(), around.sizes());
        planPane = new PlanPane(plan, words, kit, around.sizes());
        repliesPane = new RepliesPane(replies, words, kit, around.sizes());
        keys = new Keys(texts.get("quality.title"));
        lay();
        keys.on("Alt+Q", texts.get("quality.key.list"), this::switchList)
                .on("F5", texts.get("quality.key.refresh"), this::refresh);
        keys.listenOn(root);
        seconds.heldProperty().subscribe(this::showPath);
        seconds.problemProperty().subscribe(problem::setText);
        seconds.waiting().subscribe(() -> waiting.set(seconds.waiting().size()));
        seconds.onChange(status::countsChanged);
        differences.onChange(status::countsChanged);
        differences.doneProperty().subscribe(said -> {
            if (!said.isEmpty()) {
                status.say(said);
            }
        });
        differences.undoableProperty().subscribe(last -> {
            if (last != null) {
                status.undoFor(last.words(), last.until());
            }
        });
        plan.onChange(seconds::refresh);
        ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    /** How many second reviews wait for this person. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Asks anew how much waits, and has what was answered compared; while the screen is not seen, too. */
    public void look() {
        seconds.refresh();
        differences.refresh();
    }

    /** Told when a look has been counted towards the day. */
    public void onLook(Runnable told) {
        seconds.onLook(told);
    }

    /** Told how long a break must last before the next second review, and what comes after it. */
    public void onBreak(BiConsumer<java.time.Duration, Runnable> told) {
        seconds.onBreak(told);
    }

    /** Looks at what was said about a judgement, as from a notice. */
    public void open(String reviewId) {
        go(Part.REPLIES);
        replies.open(reviewId);
    }

    /** Looks at a difference that nobody has resolved, for who resolves them. */
    public void openDifference(String reviewId) {
        if (differences.leads()) {
            go(Part.DIFFERENCES);
            differences.open(reviewId);
        }
    }

    /** The desk is locked: what is uncovered is covered, and nothing counts as work. */
    public void lock() {
        seconds.pause();
        differences.apart().coverAll();
    }

    @Override
    public String title() {
        return texts.get("quality.title");
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
        all.addAll(
                switch (shown) {
                    case SECOND -> secondPane.keys();
                    case DIFFERENCES -> differencesPane.keys();
                    case PLAN -> planPane.keys();
                    case REPLIES -> repliesPane.keys();
                });
        return all;
    }

    @Override
    public List<Node> panels() {
        return switch (shown) {
            case SECOND -> secondPane.panels();
            case DIFFERENCES -> differencesPane.panels();
            case PLAN -> planPane.panels();
            case REPLIES -> repliesPane.panels();
        };
    }

    @Override
    public void shown() {
        inFront = true;
        showPart();
        ticking.play();
    }

    @Override
    public void changed() {
        refresh();
    }

    @Override
    public void hidden() {
        inFront = false;
        secondPane.hidden();
        differencesPane.hidden();
        plan.stop();
        doors.means().pictures().forget();
        ticking.stop();
    }

    /** Called every second while the screen is seen. */
    void tick() {
        secondPane.tick();
        differencesPane.tick();
    }

    private void refresh() {
        switch (shown) {
            case SECOND -> seconds.refresh();
            case DIFFERENCES -> differences.refresh();
            case PLAN -> plan.refresh();
            case REPLIES -> replies.refresh();
        }
    }

    private void lay() {
        List<Part> parts = new ArrayList<>(List.of(Part.SECOND));
        if (differences.leads()) {
            parts.add(Part.DIFFERENCES);
        }
        if (plan.mayPlan()) {
            parts.add(Part.PLAN);
        }
        parts.add(Part.REPLIES);
        var segments = new SegmentedButton();
        segments.setId("quality-parts");
        for (Part part : parts) {
            segments.getButtons().add(made(part));
        }
        count(Part.SECOND, seconds.waiting());
        if (differences.leads()) {
            count(Part.DIFFERENCES, differences.rows());
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(segments, gap);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("quality-head", "edge-bottom", "gap-8");
        head.setMinHeight(Region.USE_PREF_SIZE);
        problem.setId("quality-problem");
        problem.getStyleClass().addAll("notice-bar", "size-12");
        problem.setWrapText(true);
        problem.setMaxWidth(Double.MAX_VALUE);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        // What went wrong with a second review is said beside it, and nowhere else.
        problem.managedProperty()
                .bind(problem.textProperty()
                        .isNotEmpty()
                        .and(secondPane.sceneProperty().isNotNull()));
        problem.visibleProperty().bind(problem.managedProperty());
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        root.getChildren().addAll(head, problem, body);
        root.setId("quality");
        root.setFocusTraversable(true);
        root.setAccessibleText(texts.get("quality.title"));
        toggle(Part.SECOND).setSelected(true);
        put();
    }

    private ToggleButton toggle(Part part) {
        return Objects.requireNonNull(toggles.get(part), "laid out before");
    }

    private ToggleButton made(Part part) {
        var button = new ToggleButton(
                texts.get("quality.part." + part),
                KeyHint.of(new Keys("")
                        .on(part.key, "", () -> {})
                        .bindings()
                        .getFirst()
                        .keys()));
        button.setId("quality-part-" + part);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setOnAction(_ -> go(part));
        toggles.put(part, button);
        keys.on(part.key, texts.get("quality.part." + part), () -> go(part));
        return button;
    }

    private void count(Part part, ObservableList<?> rows) {
        String name = texts.get("quality.part." + part);
        rows.subscribe(
                () -> toggle(part).setText(rows.isEmpty() ? name : texts.get("quality.part.count", name, rows.size())));
    }

    private void go(Part part) {
        toggle(part).setSelected(true);
        if (part != shown) {
            leave();
            shown = part;
            put();
            if (inFront) {
                showPart();
            }
        }
    }

    private void put() {
        Node now =
                switch (shown) {
                    case SECOND -> secondPane;
                    case DIFFERENCES -> differencesPane;
                    case PLAN -> planPane;
                    case REPLIES -> repliesPane;
                };
        body.getChildren().setAll(now);
        showPath(seconds.heldProperty().get());
    }

    private void leave() {
        switch (shown) {
            case SECOND -> secondPane.hidden();
            case DIFFERENCES -> differencesPane.hidden();
            case PLAN, REPLIES -> {}
        }
    }

    private void showPart() {
        switch (shown) {
            case SECOND -> secondPane.shown();
            case DIFFERENCES -> differencesPane.shown();
            case PLAN -> planPane.shown();
            case REPLIES -> repliesPane.shown();
        }
    }

    private void showPath(Opened held) {
        String part = texts.get("quality.part." + shown);
        boolean reviewing = shown == Part.SECOND && held != null;
        path.set(List.of(reviewing ? SafeLine.of(held.row().itemId()) : part));
    }

    private void switchList() {
        switch (shown) {
            case SECOND -> secondPane.switchList();
            case DIFFERENCES -> differencesPane.switchList();
            case PLAN, REPLIES -> {}
        }
    }
}
