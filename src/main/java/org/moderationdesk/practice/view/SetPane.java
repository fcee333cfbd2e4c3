package org.moderationdesk.practice.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.Assignment;
import org.moderationdesk.practice.AssignmentTerms;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.Run;
import org.moderationdesk.practice.SetState;
import org.moderationdesk.practice.SetTerms;

/** A set before it is practised: what it is, what is asked, and the runs that there were. */
final class SetPane extends VBox {
    private final PracticeModel model;
    private final RunModel running;
    private final PracticeWords words;
    private final Label title = Shown.label("", "strong", "size-16");
    private final HBox tags = new HBox();
    private final Label about = Shown.wrapped("", "size-13");
    private final FlowPane facts = new FlowPane();
    private final Button go;
    private final Label reason = Shown.wrapped("", "muted", "size-12");
    private final RunTable runs;
    private final @Nullable TrainerTabs trainer;
    private final StackPane quiet = new StackPane();
    private final VBox body = new VBox();
    private final Keys keys;

    /**
     * @param trainer what who trains does with the set; null for who does not
     * @param onResult opens the result of a run
     */
    SetPane(
            PracticeModel model,
            RunModel running,
            PracticeWords words,
            @Nullable TrainerTabs trainer,
            Consumer<Run> onResult) {
        this.trainer = trainer;
        this.model = model;
        this.running = running;
        this.words = words;
        runs = new RunTable(words, false, run -> open(run, onResult));
        go = KeyButton.of("practice-go", words.get("practice.start"), "Shortcut+Enter", this::go);
        go.getStyleClass().addAll("accent", "large");
        keys = new Keys(words.get("practice.set.title"))
                .on("Shortcut+Enter", words.get("practice.start"), this::go, () -> inFront() && !go.isDisabled());
        lay();
        model.selectedProperty().subscribe(set -> show(set));
        model.overviewProperty().subscribe(_ -> show());
        model.stateProperty().subscribe(_ -> show());
    }

    Keys keys() {
        return keys;
    }

    void focus() {
        if (trainer != null) {
            trainer.focus();
        } else {
            (go.isDisabled() ? runs : go).requestFocus();
        }
    }

    /** Whether it is seen, with all that it lies in. */
    private boolean inFront() {
        return Shown.isSeen(this);
    }

    private void lay() {
        title.setMinWidth(0);
        tags.getStyleClass().add("gap-4");
        tags.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(Icons.head(Icon.PRACTICE), title, tags);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gap-8");
        facts.getStyleClass().add("practice-facts");
        var act = new HBox(go, reason);
        act.setAlignment(Pos.CENTER_LEFT);
        act.getStyleClass().add("gap-12");
        HBox.setHgrow(reason, Priority.ALWAYS);
        var top = new VBox(head, about, facts, act);
        top.getStyleClass().addAll("gap-12", "practice-set-head", "edge-bottom");
        var heading = Shown.label(words.get("practice.runs.own"), "strong", "size-14");
        var below = trainer == null ? new VBox(heading, runs) : new VBox(trainer);
        if (trainer == null) {
            below.getStyleClass().addAll("gap-8", "practice-set-body");
        } else {
            VBox.setVgrow(trainer, Priority.ALWAYS);
        }
        VBox.setVgrow(runs, Priority.ALWAYS);
        VBox.setVgrow(below, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.getChildren().addAll(top, below);
        var none = new EmptyState(Icon.PRACTICE, words.get("practice.none"), words.get("practice.none.sentence"));
        none.setId("practice-none");
        quiet.getChildren().add(none);
        VBox.setVgrow(quiet, Priority.ALWAYS);
        getChildren().addAll(body, quiet);
        setId("practice-set");
        setMinWidth(0);
        getStyleClass().add("surface");
    }

    private void open(Run run, Consumer<Run> onResult) {
        if (run.isOver()) {
            onResult.accept(run);
        } else {
            running.resume(run);
        }
    }

    private void show() {
        show(model.selectedProperty().get());
    }

    private void show(@Nullable PracticeSet set) {
        Shown.put(body, set != null);
        Shown.put(quiet, set == null && model.stateProperty().get() == ListState.THERE);
        if (set == null) {
            return;
        }
        PracticeModel.Overview now = model.overview();
        SetTerms terms = set.newest().terms();
        title.setText(words.named(set));
        tags.getChildren().setAll(tags(set, now));
        String said = words.told(terms.about());
        about.setText(said);
        Shown.put(about, !said.isEmpty());
        showFacts(set, now.asked(set.id()).orElse(null));
        showGo(set, now);
        runs.show(now.runs(set.id()));
    }

    private List<Tag> tags(PracticeSet set, PracticeModel.Overview now) {
        List<Tag> all = new ArrayList<>();
        all.add(new Tag(words.get("practice.version", set.newest().version())));
        if (set.state() != SetState.PUBLISHED) {
            all.add(new Tag(words.get("practice.state." + set.state())));
        }
        now.runs(set.id()).stream()
                .filter(run -> run.score() != null && run.score().passed())
                .findFirst()
                .ifPresent(run -> all.add(RunTable.mark(run, words)));
        return all;
    }

    private void showFacts(PracticeSet set, @Nullable Assignment asked) {
        facts.getChildren().clear();
        SetTerms terms = set.newest().terms();
        AssignmentTerms usual = AssignmentTerms.usual();
        fact("items", words.kit().numbers().whole(set.newest().items()));
        fact("pass-mark", words.get("practice.percent", terms.scoring().passMark()));
        Instant due = asked == null ? null : asked.due();
        fact(
                "due",
                due == null ? words.get("practice.no-due") : words.kit().times().date(due));
        int attempts = asked == null ? 0 : asked.attempts();
        fact(
                "attempts",
                attempts == 0
                        ? words.get("practice.attempts.any")
                        : words.kit().numbers().whole(attempts));
        fact("feedback", words.get("practice.feedback." + (asked == null ? usual.feedback() : asked.feedback())));
        boolean timed = asked == null ? usual.timeShown() : asked.timeShown();
        fact("time", words.get(timed ? "practice.time.shown" : "practice.time.hidden"));
        if (asked != null) {
            fact("by", SafeLine.of(asked.madeBy()));
        }
    }

    private void fact(String name, String value) {
        var both = new VBox(
                Shown.label(words.get("practice.fact." + name), "muted", "size-12"),
                Shown.label(value, "size-13", "medium"));
        both.setMinWidth(USE_PREF_SIZE);
        facts.getChildren().add(both);
    }

    private void showGo(PracticeSet set, PracticeModel.Overview now) {
        var open = now.unfinished(set.id());
        String refused = refused(set, now, open.isPresent());
        go.setText(open.map(run -> words.get("practice.resume", run.answered(), run.items()))
                .orElseGet(() -> words.get("practice.start")));
        go.setDisable(!refused.isEmpty());
        reason.setText(refused.isEmpty() ? words.get("practice.mark.sentence") : refused);
    }

    /** Why no run can be begun; empty where one can. */
    private String refused(PracticeSet set, PracticeModel.Overview now, boolean isOpen) {
        if (isOpen) {
            return "";
        }
        if (set.state() != SetState.PUBLISHED) {
            return words.get("practice.not-published");
        }
        Assignment asked = now.asked(set.id()).orElse(null);
        if (asked == null) {
            return set.newest().terms().open() || model.trains() ? "" : words.get("practice.refused.NOT_ASKED", "");
        }
        long had = now.runs(set.id()).stream()
                .filter(run -> asked.id().equals(run.assignmentId()))
                .count();
        return asked.attempts() > 0 && had >= asked.attempts() ? words.get("practice.refused.NO_ATTEMPT_LEFT", "") : "";
    }

    private void go() {
        PracticeSet set = model.selectedProperty().get();
        if (set == null || go.isDisabled()) {
            return;
        }
        PracticeModel.Overview now = model.overview();
        now.unfinished(set.id())
                .ifPresentOrElse(
                        running::resume,
                        () -> running.start(
                                set.id(),
                                now.asked(set.id()).map(Assignment::id).orElse(null)));
    }
}
