package org.moderationdesk.routing.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Progress;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.News;
import org.moderationdesk.queue.Preview;
import org.moderationdesk.routing.Criteria;
import org.moderationdesk.routing.NamedQueue;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.PlanVersion;
import org.moderationdesk.routing.RoutingRule;
import org.moderationdesk.staff.Member;
import org.moderationdesk.staff.Person;

/** Queues and rules as a lead changes them, what they would do, and what they were before. JavaFX thread only. */
final class QueuesModel {
    private static final int VERSIONS = 50;

    private final QueueRooms rooms;
    private final Background background;
    private final Person person;
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.Loading());
    private final ObjectProperty<Plan> plan = new SimpleObjectProperty<>(Plan.none());
    private final ObjectProperty<Chosen> chosen = new SimpleObjectProperty<>(new Chosen.Nothing());
    private final ObjectProperty<Result> result = new SimpleObjectProperty<>(new Result.None());
    private final ObjectProperty<List<PlanVersion>> history = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Exception> problem = new SimpleObjectProperty<>();
    private final BooleanProperty changed = new SimpleBooleanProperty();
    private final BooleanProperty allMoved = new SimpleBooleanProperty(true);
    private Plan inForce = Plan.none();
    private List<String> people = List.of();
    private List<String> certifications = List.of();
    private AtomicBoolean stop = new AtomicBoolean();

    QueuesModel(QueueRooms rooms, Background background, Person person) {
        this.rooms = rooms;
        this.background = background;
        this.person = person;
    }

    /** How the screen stands. */
    sealed interface State {
        record Loading() implements State {}

        record Ready() implements State {}

        record Failed() implements State {}
    }

    /** What was found out or done last. */
    sealed interface Result {
        record None() implements Result {}

        /** @param part done, of one */
        record Working(Work what, double part) implements Result {}

        record WouldGo(Preview preview) implements Result {}

        /** @param stopped before all were looked at */
        record Moved(long cases, boolean stopped) implements Result {}

        record Stopped() implements Result {}
    }

    /** What takes its time. */
    enum Work {
        DRY_RUN,
        MOVE
    }

    ObjectProperty<State> stateProperty() {
        return state;
    }

    ObjectProperty<Plan> planProperty() {
        return plan;
    }

    ObjectProperty<Chosen> chosenProperty() {
        return chosen;
    }

    ObjectProperty<Result> resultProperty() {
        return result;
    }

    /** The versions, newest first. */
    ObjectProperty<List<PlanVersion>> historyProperty() {
        return history;
    }

    /** Why the last act did not succeed; null when it did. */
    ObjectProperty<Exception> problemProperty() {
        return problem;
    }

    /** Whether the plan differs from the one in force. */
    BooleanProperty changedProperty() {
        return changed;
    }

    /** Whether every waiting case is where the plan in force puts it. */
    BooleanProperty allMovedProperty() {
        return allMoved;
    }

    Person person() {
        return person;
    }

    /** Names of those who can sign in. */
    List<String> people() {
        return people;
    }

    /** Names of the certifications that a queue may demand. */
    List<String> certifications() {
        return certifications;
    }

    boolean isWorking() {
        return result.get() instanceof Result.Working;
    }

    private record Read(
            Plan plan, List<PlanVersion> history, List<String> people, List<String> certifications, boolean allMoved) {}

    /** Reads everything anew; changes that were not saved are gone. */
    void reload() {
        state.set(new State.Loading());
        read(() -> chosen.set(new Chosen.Nothing()));
    }

    private void read(Runnable then) {
        background.run(
                () -> new Read(
                        rooms.plans().inForce(person),
                        rooms.plans().history(person, VERSIONS),
                        rooms.people().all().stream()
                                .filter(member -> !member.disabled())
                                .map(Member::name)
                                .toList(),
                        rooms.certifications().apply(person),
                        rooms.rerouting().isDone()),
                read -> {
                    inForce = read.plan();
                    people = read.people();
                    certifications = read.certifications();
                    history.set(read.history());
                    allMoved.set(read.allMoved());
                    problem.set(null);
                    becomes(read.plan());
                    then.run();
                    state.set(new State.Ready());
                },
                failure -> {
                    problem.set(failure);
                    state.set(new State.Failed());
                });
    }

    private void becomes(Plan next) {
        plan.set(next);
        changed.set(!next.equals(inForce));
    }

    void choose(Chosen what) {
        chosen.set(what);
    }

    @Nullable
    NamedQueue queue() {
        return chosen.get() instanceof Chosen.OfQueue(String name)
                ? plan.get().queue(name).orElse(null)
                : null;
    }

    @Nullable
    RoutingRule rule() {
        return chosen.get() instanceof Chosen.OfRule(String name)
                ? plan.get().rules().stream()
                        .filter(rule -> rule.name().equals(name))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** @param called how a new one is called, by its number */
    void addQueue(Function<Integer, String> called) {
        String name =
                free(called, plan.get().queues().stream().map(NamedQueue::name).toList());
        List<NamedQueue> queues = new ArrayList<>(plan.get().queues());
        queues.add(NamedQueue.open(name));
        queues(queues);
        chosen.set(new Chosen.OfQueue(name));
    }

    void addRule(Function<Integer, String> called) {
        String name =
                free(called, plan.get().rules().stream().map(RoutingRule::name).toList());
        List<RoutingRule> rules = new ArrayList<>(plan.get().rules());
        rules.add(new RoutingRule(name, Criteria.any(), plan.get().fallback()));
        rules(rules);
        chosen.set(new Chosen.OfRule(name));
    }

    private static String free(Function<Integer, String> called, List<String> taken) {
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(called::apply)
                .filter(name -> taken.stream().noneMatch(name::equalsIgnoreCase))
                .findFirst()
                .orElseThrow();
    }

    /** Puts the chosen queue in another form; what leads to it follows its name. */
    void change(NamedQueue next) {
        NamedQueue was = queue();
        if (was == null || was.equals(next)) {
            return;
        }
        Plan now = plan.get();
        String before = was.name();
        List<NamedQueue> queues = now.queues().stream()
                .map(queue -> queue.equals(was) ? next : queue)
                .toList();
        List<RoutingRule> rules = now.rules().stream()
                .map(rule -> rule.to().equals(before) ? new RoutingRule(rule.name(), rule.when(), next.name()) : rule)
                .toList();
        String fallback = now.fallback().equals(before) ? next.name() : now.fallback();
        becomes(new Plan(now.version(), queues, rules, fallback));
        chosen.set(new Chosen.OfQueue(next.name()));
    }

    void change(RoutingRule next) {
        RoutingRule was = rule();
        if (was != null && !was.equals(next)) {
            rules(plan.get().rules().stream()
                    .map(rule -> rule.equals(was) ? next : rule)
                    .toList());
            chosen.set(new Chosen.OfRule(next.name()));
        }
    }

    /** Takes the chosen queue or rule away. */
    void remove() {
        NamedQueue queue = queue();
        RoutingRule rule = rule();
        if (queue != null) {
            queues(plan.get().queues().stream()
                    .filter(other -> !other.equals(queue))
                    .toList());
        }
        if (rule != null) {
            rules(plan.get().rules().stream()
                    .filter(other -> !other.equals(rule))
                    .toList());
        }
        chosen.set(new Chosen.Nothing());
    }

    /** Moves the chosen rule up (-1) or down (1) in the order in which rules are asked. */
    void move(int by) {
        RoutingRule rule = rule();
        List<RoutingRule> rules = new ArrayList<>(plan.get().rules());
        int at = rules.indexOf(rule);
        if (rule != null && at + by >= 0 && at + by < rules.size()) {
            rules.remove(at);
            rules.add(at + by, rule);
            rules(rules);
        }
    }

    void fallback(@Nullable String queue) {
        Plan now = plan.get();
        if (queue != null && !queue.equals(now.fallback())) {
            becomes(new Plan(now.version(), now.queues(), now.rules(), queue));
        }
    }

    private void queues(List<NamedQueue> queues) {
        Plan now = plan.get();
        becomes(new Plan(now.version(), queues, now.rules(), now.fallback()));
    }

    private void rules(List<RoutingRule> rules) {
        Plan now = plan.get();
        becomes(new Plan(now.version(), now.queues(), rules, now.fallback()));
    }

    /** What would go where under the plan as it now is. */
    void dryRun() {
        if (isWorking()) {
            return;
        }
        Plan meant = plan.get();
        Progress progress = begin(Work.DRY_RUN);
        background.run(
                () -> rooms.rerouting().dryRun(person, rooms.plans().checked(person, meant), progress),
                preview -> result.set(new Result.WouldGo(preview)),
                this::failed);
    }

    /** Makes a new version of the plan as it now is, and moves what waits. */
    void save() {
        if (isWorking()) {
            return;
        }
        Plan meant = plan.get();
        problem.set(null);
        background.run(
                () -> rooms.plans().save(person, meant),
                saved -> {
                    Chosen before = chosen.get();
                    read(() -> chosen.set(before));
                    carryOut();
                },
                this::failed);
    }

    /** Moves the waiting cases to where the plan in force puts them. */
    void carryOut() {
        Progress progress = begin(Work.MOVE);
        background.run(
                () -> {
                    long moved = rooms.rerouting().apply(person, progress);
                    return new Done(moved, rooms.rerouting().isDone());
                },
                done -> {
                    result.set(new Result.Moved(done.moved(), false));
                    allMoved.set(done.all());
                },
                failure -> {
                    allMoved.set(false);
                    failed(failure);
                });
    }

    private record Done(long moved, boolean all) {}

    /** Asks the work under way to end. */
    void stop() {
        stop.set(true);
    }

    private Progress begin(Work what) {
        var mine = new AtomicBoolean();
        stop = mine;
        problem.set(null);
        result.set(new Result.Working(what, -1));
        Consumer<Double> show = part -> {
            if (isWorking() && Objects.equals(mine, stop)) {
                result.set(new Result.Working(what, part));
            }
        };
        var news = new News<>(show);
        return new Progress() {
            @Override
            public void at(long done, long total) {
                news.tell(total == 0 ? 1.0 : (double) done / total);
            }

            @Override
            public boolean isCancelled() {
                return mine.get();
            }
        };
    }

    private void failed(Exception failure) {
        boolean stopped = failure instanceof CancellationException;
        result.set(stopped ? new Result.Stopped() : new Result.None());
        problem.set(stopped ? null : failure);
    }
}
