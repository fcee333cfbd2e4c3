package org.moderationdesk.quality.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Progress;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.News;
import org.moderationdesk.quality.Coverage;
import org.moderationdesk.quality.PlanVersion;
import org.moderationdesk.quality.Sampled;
import org.moderationdesk.quality.Sampling;
import org.moderationdesk.quality.SamplingPlan;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** The sampling plan, what it would draw, the drawing itself, and how far quality review has come. JavaFX thread only. */
final class PlanModel {
    /** What a plan is tried on. */
    static final int TRIED_DAYS = 28;

    private static final int VERSIONS = 20;

    private final QualityDoors.Planning doors;
    private final Person person;
    private final Kit kit;
    private final QualityProblems problems;
    private final ReadOnlyObjectWrapper<ListState> state = new ReadOnlyObjectWrapper<>(ListState.LOADING);
    private final ReadOnlyObjectWrapper<SamplingPlan> inForce = new ReadOnlyObjectWrapper<>(SamplingPlan.none());
    private final ReadOnlyObjectWrapper<List<PlanVersion>> history = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<QualityDoors.Answers>> known = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Coverage> coverage = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>(new Result.None());
    private final IntegerProperty days = new SimpleIntegerProperty(28);
    private final StringProperty problem = new SimpleStringProperty("");
    private Runnable onChange = () -> {};
    private AtomicBoolean stop = new AtomicBoolean();
    private boolean loaded;

    /** What is being done. */
    enum Work {
        DRY_RUN,
        DRAW
    }

    /** What came of the last work. */
    sealed interface Result {
        record None() implements Result {}

        /** @param looked how many decisions have been looked at */
        record Working(Work what, long looked) implements Result {}

        /** It was asked to stop. */
        record Stopped(Work what) implements Result {}

        record WouldDraw(Sampled sampled) implements Result {}

        record Drawn(Sampling.Pass pass) implements Result {}
    }

    private record Read(
            SamplingPlan plan, List<PlanVersion> history, Coverage coverage, List<QualityDoors.Answers> known) {}

    PlanModel(QualityDoors doors, Person person, Kit kit) {
        this.doors = doors.planning();
        this.person = person;
        this.kit = kit;
        problems = new QualityProblems(kit.texts(), doors.book());
        days.addListener(_ -> refresh());
    }

    boolean mayPlan() {
        return Rights.has(person, Right.PLAN_QUALITY);
    }

    ReadOnlyObjectProperty<ListState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SamplingPlan> inForceProperty() {
        return inForce.getReadOnlyProperty();
    }

    /** The newest first. */
    ReadOnlyObjectProperty<List<PlanVersion>> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /** How cases whose answer is known were answered in the same days; empty where there were none. */
    ReadOnlyObjectProperty<List<QualityDoors.Answers>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** Null while it is not read. */
    ReadOnlyObjectProperty<Coverage> coverageProperty() {
        return coverage.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Result> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Of the decisions of how many days the coverage tells. */
    IntegerProperty daysProperty() {
        return days;
    }

    /** What went wrong, in words; empty for nothing. */
    StringProperty problemProperty() {
        return problem;
    }

    /** Told when something has been drawn. */
    void onChange(Runnable told) {
        onChange = told;
    }

    boolean isWorking() {
        return result.get() instanceof Result.Working;
    }

    /** Asks the store anew. */
    void refresh() {
        if (!mayPlan()) {
            return;
        }
        Instant now = kit.clock().instant();
        Instant from = now.minus(Duration.ofDays(days.get()));
        kit.background()
                .run(
                        () -> new Read(
                                doors.plans().inForce(person),
                                doors.plans().history(person, VERSIONS),
                                doors.coverages().of(person, from, now),
                                doors.known().of(person, from)),
                        read -> {
                            if (!loaded || !read.plan().equals(inForce.get())) {
                                loaded = true;
                                inForce.set(read.plan());
                            }
                            history.set(read.history());
                            known.set(read.known());
                            coverage.set(read.coverage());
                            state.set(ListState.THERE);
                        },
                        _ -> state.set(ListState.LOST));
    }

    /** Says what the plan would have drawn; nothing changes. */
    void dryRun(SamplingPlan plan) {
        if (isWorking()) {
            return;
        }
        Instant until = kit.clock().instant();
        Instant from = until.minus(Duration.ofDays(TRIED_DAYS));
        Progress progress = begin(Work.DRY_RUN);
        kit.background()
                .run(
                        () -> doors.sampling()
                                .dryRun(person, doors.plans().checked(person, plan), from, until, progress),
                        sampled -> result.set(new Result.WouldDraw(sampled)),
                        failed -> failed(Work.DRY_RUN, failed));
    }

    /** Puts the plan in force, for what has not been looked at yet. */
    void save(SamplingPlan plan) {
        if (isWorking()) {
            return;
        }
        problem.set("");
        kit.background()
                .run(
                        () -> doors.plans().save(person, plan),
                        saved -> {
                            inForce.set(saved);
                            result.set(new Result.None());
                            refresh();
                        },
                        failed -> problem.set(problems.of(failed)));
    }

    /** Draws from what has been decided since the last time. */
    void draw() {
        if (isWorking()) {
            return;
        }
        Progress progress = begin(Work.DRAW);
        kit.background()
                .run(
                        () -> doors.sampling().pass(person, progress),
                        pass -> {
                            result.set(new Result.Drawn(pass));
                            onChange.run();
                            refresh();
                        },
                        failed -> failed(Work.DRAW, failed));
    }

    /** Asks the work under way to end. */
    void stop() {
        stop.set(true);
    }

    private void failed(Work what, Exception failure) {
        boolean stopped = failure instanceof CancellationException;
        result.set(stopped ? new Result.Stopped(what) : new Result.None());
        problem.set(stopped ? "" : problems.of(failure));
        refresh();
    }

    private Progress begin(Work what) {
        var mine = new AtomicBoolean();
        stop = mine;
        problem.set("");
        result.set(new Result.Working(what, 0));
        var news = new News<Long>(looked -> {
            if (isWorking() && Objects.equals(mine, stop)) {
                result.set(new Result.Working(what, looked));
            }
        });
        return new Progress() {
            @Override
            public void at(long done, long total) {
                news.tell(done);
            }

            @Override
            public boolean isCancelled() {
                return mine.get();
            }
        };
    }

    /** Something that the form itself finds wrong; null for nothing. */
    void tell(@Nullable Exception wrong) {
        problem.set(wrong == null ? "" : problems.of(wrong));
    }
}
