package org.moderationdesk.practice.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.moderationdesk.decisions.Recorded;
import org.moderationdesk.practice.HiddenCount;
import org.moderationdesk.practice.HiddenResult;
import org.moderationdesk.practice.HiddenShare;
import org.moderationdesk.practice.PlacedTest;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Hidden tests as who trains sees them: the shares, what was placed, and what was answered. JavaFX thread only. */
final class HiddenModel {
    private final PracticeModel home;
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ListState> state = new ReadOnlyObjectWrapper<>(ListState.LOADING);
    private final BooleanProperty open = new SimpleBooleanProperty();

    /** All of it at one moment, each list the newest first. */
    record Found(List<HiddenShare> shares, List<PlacedTest> placed, List<HiddenResult> results, List<String> queues) {
        List<HiddenCount> people() {
            return HiddenCount.of(results);
        }

        /** The queues that are or were given tests, each with how its own fare. */
        List<Line> lines() {
            return shares.stream().map(this::line).toList();
        }

        private Line line(HiddenShare share) {
            List<PlacedTest> there = placed.stream()
                    .filter(one -> one.test().queue().equals(share.queue()))
                    .toList();
            List<HiddenResult> answered = results.stream()
                    .filter(one -> one.test().queue().equals(share.queue()))
                    .toList();
            long waiting = there.stream()
                    .filter(one -> one.standing() == PlacedTest.Standing.WAITING)
                    .count();
            return new Line(
                    share,
                    there.size(),
                    waiting,
                    answered.size(),
                    answered.stream().filter(HiddenResult::isRight).count());
        }
    }

    /**
     * One queue.
     *
     * @param waiting of what was placed
     * @param right of what was answered
     */
    record Line(HiddenShare share, int placed, long waiting, int answered, long right) {}

    HiddenModel(PracticeModel home) {
        this.home = home;
        open.subscribe(now -> {
            if (now) {
                refresh();
            }
        });
    }

    PracticeModel home() {
        return home;
    }

    /** Whether it is looked at. */
    BooleanProperty openProperty() {
        return open;
    }

    /** What was found last; null for nothing yet. */
    ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ListState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    boolean sets() {
        return home.trains() && Rights.has(home.person(), Right.SET_ROUTING);
    }

    boolean retires() {
        return home.trains() && Rights.has(home.person(), Right.DECIDE);
    }

    /** Asks the store anew, while it is looked at. */
    void refresh() {
        if (!open.get() || !home.trains()) {
            return;
        }
        home.kit().background().run(this::read, this::show, _ -> state.set(ListState.LOST));
    }

    private Found read() {
        var testing = home.doors().testing();
        var by = home.person();
        return new Found(
                testing.hidden().shares(by),
                testing.hidden().standing(by),
                testing.hidden().results(by),
                testing.hidden().queues(by));
    }

    private void show(Found now) {
        found.set(now);
        state.set(ListState.THERE);
    }

    /** Gives a queue tests from now on; with 0 none, and what waits there leaves it. */
    void set(String queue, int oneIn, List<String> sets, Runnable onDone, Consumer<String> onRefused) {
        var testing = home.doors().testing();
        var by = home.person();
        home.act(
                () -> {
                    HiddenShare set = testing.hidden().set(by, queue, oneIn, sets);
                    if (oneIn == 0 && retires()) {
                        int _ = testing.retiring().over(by);
                    }
                    return set;
                },
                _ -> {
                    refresh();
                    onDone.run();
                },
                onRefused);
    }

    void retire(PlacedTest one, Consumer<Recorded> onDone) {
        var testing = home.doors().testing();
        home.act(() -> testing.retiring().one(home.person(), one.test().itemId()), done -> {
            refresh();
            onDone.accept(done);
        });
    }

    void back(String decisionId, Runnable onDone) {
        var testing = home.doors().testing();
        home.act(
                () -> {
                    testing.retiring().back(home.person(), decisionId);
                    return true;
                },
                _ -> {
                    refresh();
                    onDone.run();
                });
    }

    void look(HiddenResult one, Consumer<Reviewed> onAnswer) {
        var testing = home.doors().testing();
        home.read(() -> testing.hidden().reviewed(home.person(), one), answer -> answer.ifPresent(onAnswer));
    }
}
