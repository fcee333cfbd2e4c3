package org.moderationdesk.practice.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.Reminder;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.Run;
import org.moderationdesk.staff.Person;

/** Practice: the sets, a run through one, what came of it; and for trainers, how sets are made and given. */
public final class PracticeScreen implements Screen {
    private final PracticeModel model;
    private final RunModel running;
    private final ResultModel results;
    private final PracticeWords words;
    private final @Nullable Training training;
    private final SetList list;
    private final SetPane set;
    private final RunPane run;
    private final ResultPane result;
    private final AgainPane again;
    private final QuestionForm question;
    private final Certificates certificates;
    private final Notes notes;
    private final Columns home;
    private final ReminderBar reminders;
    private final StackPane body = new StackPane();
    private final Label problem = Shown.wrapped("", "notice-bar", "size-12");
    private final VBox root = new VBox();
    private final Keys keys;
    private final Timeline ticking;
    private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(List.of());

    /** What of the window is around the screen. */
    public record Around(Dialogs dialogs, StatusLine status, Sizes sizes, FileChoice files) {}

    /** @param onGuidelines goes to the Guidelines screen, at a clause */
    public PracticeScreen(
            PracticeDoors doors, Person person, Kit kit, Around around, Consumer<ClauseCode> onGuidelines) {
        Dialogs dialogs = around.dialogs();
        StatusLine status = around.status();
        words = PracticeWords.of(kit, doors.book());
        model = new PracticeModel(doors, person, kit);
        running = new RunModel(doors, person, kit);
        results =
                new ResultModel(model, new ScoredFigures(words, doors.running().scorer()));
        question = new QuestionForm(model, words, dialogs, status);
        var files = new PracticeFiles(model, words, around.files(), status);
        training = model.trains()
                ? new Training(model, words, dialogs, status, new Training.Files(around.files(), files), onGuidelines)
                : null;
        list = new SetList(model, words, this::begin);
        TrainerTabs tabs = training == null ? null : training.tabs(results::open);
        set = new SetPane(model, running, words, tabs, results::open);
        if (training != null) {
            list.below(training.card());
        }
        run = new RunPane(running, words, dialogs, doors.running().scorer(), this::question, onGuidelines);
        again = new AgainPane(results, words);
        certificates = new Certificates(model, words, dialogs, files);
        list.below(foot(files));
        var side = new ResultSide(results, words, onGuidelines);
        side.below(new SignOff(results, words));
        notes = new Notes(results, words);
        side.below(notes);
        var ways = new ResultPane.Ways(this::seeAgain, running::startMissed, files::report, results::close);
        result = new ResultPane(results, words, question, side, ways);
        home = new Columns(list, new StackPane(set, result), result.side(), around.sizes());
        reminders = new ReminderBar(model, words, this::open);
        keys = new Keys(words.get("practice.title"))
                .on("J", words.get("practice.key.next"), () -> model.move(1), this::isHome)
                .on("K", words.get("practice.key.previous"), () -> model.move(-1), this::isHome)
                .on("Alt+Q", words.get("practice.key.list"), home::switchList, () -> !running.isRunning())
                .on("Shortcut+N", words.get("practice.new"), this::begin, () -> isHome() && model.trains())
                .on("C", words.get("practice.certificates"), certificates::open, this::isHome)
                .on("Alt+L", words.get("practice.shipped"), files::shipped, () -> isHome() && model.trains())
                .on("R", words.get("practice.reminders"), reminders::openFirst, reminders::isVisible)
                .on("F5", words.get("practice.key.refresh"), this::refresh);
        if (training != null) {
            // Who does not train is not told by the key sheet either that there is such a thing.
            keys.on("Alt+H", words.get("practice.hidden"), this::tests, this::isHome);
        }
        lay(status);
        running.onOver(this::over);
        running.onLeft(model::refresh);
        ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    private Node foot(PracticeFiles files) {
        var button =
                KeyButton.of("practice-to-certificates", words.get("practice.certificates"), "C", certificates::open);
        var foot = new FlowPane(button);
        if (model.trains()) {
            foot.getChildren()
                    .addAll(
                            KeyButton.of("practice-shipped", words.get("practice.shipped"), "Alt+L", files::shipped),
                            KeyButton.of("practice-to-hidden", words.get("practice.hidden"), "Alt+H", this::tests));
        }
        foot.getStyleClass().addAll("practice-list-foot", "edge-top", "gap-8");
        return foot;
    }

    private void lay(StatusLine status) {
        problem.setId("practice-problem");
        problem.setMaxWidth(Double.MAX_VALUE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        problem.visibleProperty().bind(problem.managedProperty());
        body.getChildren().addAll(home.node(), again, run);
        if (training != null) {
            training.over().forEach(one -> {
                body.getChildren().add(one.node());
                one.open().subscribe(this::put);
            });
            training.keys().forEach(each -> each.listenOn(root));
        }
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        root.getChildren().addAll(problem, reminders, body);
        root.setId("practice");
        root.setFocusTraversable(true);
        root.setAccessibleText(words.get("practice.title"));
        keys.listenOn(root);
        set.keys().listenOn(root);
        result.keys().listenOn(root);
        notes.keys().listenOn(root);
        running.runProperty().subscribe(this::put);
        results.shownProperty().subscribe(this::put);
        results.readingProperty().subscribe((before, now) -> {
            if (now.intValue() > 0) {
                status.say(words.get("practice.result.reading", now));
            } else if (before.intValue() > 0) {
                status.clear();
            }
        });
        again.openProperty().subscribe(this::put);
        model.selectedProperty().subscribe(this::selected);
        model.overviewProperty().subscribe(this::put);
        model.problemProperty().subscribe(this::showProblem);
        running.problemProperty().subscribe(this::showProblem);
        put();
    }

    /** Told when a look has been counted towards the day. */
    public void onLook(Runnable told) {
        running.onLook(told);
        again.onLook(told);
        if (training != null) {
            training.onLook(told);
        }
    }

    /** Told that the next item waits for a break, how long that is to be, and what comes after it. */
    public void onBreak(BiConsumer<java.time.Duration, Runnable> told) {
        running.onBreak(told);
    }

    /** Told when something has been recorded here. */
    public void onChange(Runnable told) {
        model.onChange(told);
    }

    /** Looks at what a notice tells of. */
    public void open(Notice notice) {
        if (running.isRunning()) {
            return;
        }
        if (isTesting()) {
            tested().close();
        }
        switch (notice.kind()) {
            case RESCORED, KEY_RULED, TRAINER_NOTE -> results.openNamed(notice.about());
            case KEY_QUESTIONED -> openQuestioned(notice.about());
            case CERTIFICATE_ENDS -> certificates.open();
            default -> openAsked(notice.about());
        }
    }

    private void open(Reminder one) {
        if (ReminderBar.isOfSet(one)) {
            openSet(one.about());
        } else {
            certificates.open();
        }
    }

    private void openAsked(String assignmentId) {
        model.read(() -> model.doors().assignments().own(model.person()), asked -> asked.stream()
                .filter(one -> one.id().equals(assignmentId))
                .findFirst()
                .ifPresent(one -> openSet(one.setId())));
    }

    private void openQuestioned(String disputeId) {
        if (training != null) {
            model.read(() -> model.doors().disputes().open(model.person()), all -> all.stream()
                    .filter(one -> one.id().equals(disputeId))
                    .findFirst()
                    .ifPresent(one -> {
                        openSet(one.setId());
                        training.questions();
                    }));
        }
    }

    private void openSet(String setId) {
        results.close();
        model.open(setId);
    }

    /** The desk is locked: what was answered is kept, what is uncovered is covered, and nothing counts. */
    public void lock() {
        running.rest();
        again.cover();
        if (training != null) {
            training.cover();
        }
    }

    @Override
    public String title() {
        return words.get("practice.title");
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
        if (running.isRunning()) {
            all.addAll(run.keys());
        } else if (isAgain()) {
            all.addAll(again.keys());
        } else if (over().isPresent()) {
            over().ifPresent(one -> all.addAll(one.keys().get()));
        } else if (results.isShown()) {
            all.addAll(List.of(result.keys(), notes.keys()));
        } else {
            all.add(set.keys());
            if (training != null) {
                all.addAll(training.keys());
            }
        }
        return all;
    }

    @Override
    public List<Node> panels() {
        if (running.isRunning()) {
            return run.panels();
        }
        if (isAgain()) {
            return again.panels();
        }
        return over().map(one -> one.panels().get())
                .orElseGet(() -> results.isShown() ? List.of(list, result, result.side()) : List.of(list, set));
    }

    @Override
    public void shown() {
        model.refresh();
        refreshTests();
        run.shown();
        ticking.play();
        focus();
    }

    @Override
    public void changed() {
        if (!running.isRunning()) {
            model.refresh();
            refreshTests();
        }
    }

    @Override
    public void hidden() {
        run.hidden();
        again.cover();
        if (training != null) {
            training.cover();
        }
        model.doors().means().pictures().forget();
        ticking.stop();
    }

    /** Called every second while the screen is seen. */
    void tick() {
        if (running.isRunning()) {
            run.tick();
        } else if (training != null && training.editor().openProperty().get()) {
            training.editor().tick();
        }
    }

    private boolean isAgain() {
        return again.openProperty().get();
    }

    private void seeAgain(Reviewed one) {
        ResultModel.Result now = results.shownProperty().get();
        if (now != null) {
            again.open(one, now.isMissed(one) ? now.missed() : now.items());
        }
    }

    /** What of the trainer's lies over the sets; none for others. */
    private Optional<Training.Over> over() {
        return training == null
                ? Optional.empty()
                : training.over().stream().filter(one -> one.open().get()).findFirst();
    }

    private boolean isTesting() {
        return training != null && training.hidden().openProperty().get();
    }

    private HiddenPane tested() {
        return Objects.requireNonNull(training, "only who trains knows of tests")
                .hidden();
    }

    private void tests() {
        tested().open();
    }

    private void refreshTests() {
        if (training != null) {
            training.refresh();
        }
    }

    private void begin() {
        if (training != null) {
            training.begin();
        }
    }

    private boolean isHome() {
        return !running.isRunning() && !results.isShown() && !isAgain() && over().isEmpty();
    }

    private void refresh() {
        if (!running.isRunning()) {
            model.refresh();
            results.refresh();
            refreshTests();
        }
    }

    private void focus() {
        if (running.isRunning()) {
            run.focus();
        } else if (isAgain()) {
            again.requestFocus();
        } else if (over().isPresent()) {
            over().ifPresent(one -> one.focus().run());
        } else if (results.isShown()) {
            result.focus();
        } else if (!list.focusList()) {
            root.requestFocus();
        }
    }

    private void over(Run over) {
        model.refresh();
        results.open(over);
    }

    private void question(Reviewed one) {
        Run now = running.runProperty().get();
        if (now != null) {
            question.open(now, one);
        }
    }

    private void selected(@Nullable PracticeSet now) {
        if (now == null || !results.isOf(now.id())) {
            results.close();
            again.close();
        }
        showPath();
    }

    private void put() {
        boolean runs = running.isRunning();
        boolean read = !runs && results.isShown();
        boolean came = runs && !run.isVisible();
        boolean seen = !runs && isAgain();
        Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
        if (came) {
            model.problemProperty().set("");
        }
        Shown.put(run, runs);
        Shown.put(again, seen);
        Optional<Node> over = runs || seen ? Optional.empty() : over().map(Training.Over::node);
        boolean tests = over.isPresent() && isTesting();
        if (training != null) {
            training.over()
                    .forEach(one -> Shown.put(
                            one.node(), over.filter(one.node()::equals).isPresent()));
        }
        Shown.put(reminders, isHome() && reminders.isNeeded());
        Shown.put(home.node(), !runs && !seen && over.isEmpty());
        Shown.put(result, read);
        Shown.put(set, !read);
        home.showSide(read);
        showPath();
        if (root.getScene() != null && (came || read || tests)) {
            focus();
        } else if (focused != null && !Shown.isSeen(focused)) {
            // What had the focus has gone: keys go on where one comes back to.
            goBack();
        }
    }

    private void goBack() {
        if (Shown.isSeen(set)) {
            set.focus();
        } else {
            focus();
        }
    }

    private void showPath() {
        PracticeSet now = model.selectedProperty().get();
        List<String> parts = new ArrayList<>();
        if (now != null) {
            parts.add(words.named(now));
        }
        if (isTesting()) {
            parts.clear();
            parts.add(words.get("practice.hidden"));
        } else if (results.isShown() && !running.isRunning()) {
            parts.add(words.get("practice.path.run", results.attempt()));
        }
        path.set(List.copyOf(parts));
    }

    private void showProblem() {
        String of = running.problemProperty().get();
        problem.setText(of.isEmpty() ? model.problemProperty().get() : of);
    }
}
