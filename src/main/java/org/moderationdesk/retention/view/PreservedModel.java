package org.moderationdesk.retention.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.ListedRows;
import org.moderationdesk.retention.Hold;
import org.moderationdesk.retention.Preserved;
import org.moderationdesk.retention.Preserved.State;
import org.moderationdesk.retention.Retention;
import org.moderationdesk.retention.ToDestroy;
import org.moderationdesk.staff.Person;

/** What is preserved, and the one that is chosen. JavaFX thread only. */
final class PreservedModel {
    /** How long before its end something counts as ending soon. */
    private static final Duration SOON = Duration.ofDays(30);

    private final Retention retention;
    private final Person person;
    private final Kit kit;
    private final ListedRows<Row> list;
    private final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>(Part.ALL);
    private Found found = new Found(List.of(), List.of());
    private Consumer<String> said = _ -> {};
    private Runnable onChange = () -> {};
    private Runnable onRead = () -> {};

    /** What of it is listed. */
    enum Part {
        ALL,
        /** What is overdue or ends soon. */
        ENDING
    }

    /**
     * Something that is preserved.
     *
     * @param hold where somebody placed it by hand; null for another cause
     */
    record Row(Preserved preserved, @Nullable Hold hold) {
        boolean isSame(@Nullable Row other) {
            return other != null
                    && preserved.cause() == other.preserved().cause()
                    && preserved.id().equals(other.preserved().id())
                    && preserved.subjectId().equals(other.preserved().subjectId());
        }
    }

    private record Found(List<Row> rows, List<ToDestroy> toDestroy) {}

    PreservedModel(Retention retention, Person person, Kit kit) {
        this.retention = retention;
        this.person = person;
        this.kit = kit;
        list = new ListedRows<>(kit.background());
    }

    Kit kit() {
        return kit;
    }

    Instant now() {
        return kit.clock().instant();
    }

    ListedRows<Row> list() {
        return list;
    }

    ReadOnlyObjectProperty<Part> partProperty() {
        return part.getReadOnlyProperty();
    }

    /** What open orders ask to be destroyed. */
    List<ToDestroy> toDestroy() {
        return found.toDestroy();
    }

    /** Whether it was this person who entered the order. */
    boolean isOwn(ToDestroy one) {
        return one.enteredBy().equals(person.name());
    }

    /** Told whenever the store has answered, also when the same is listed. */
    void onRead(Runnable told) {
        onRead = told;
    }

    /** Told in words what became of what was done. */
    void onSaid(Consumer<String> told) {
        said = told;
    }

    /** Told when something was recorded here. */
    void onChange(Runnable told) {
        onChange = told;
    }

    long count(State of) {
        return found.rows().stream()
                .filter(row -> row.preserved().state() == of)
                .count();
    }

    int count() {
        return found.rows().size();
    }

    void show(Part now) {
        part.set(now);
        put();
    }

    /** Asks the store anew. */
    void refresh() {
        list.ask(this::read, now -> {
            found = now;
            put();
            onRead.run();
        });
    }

    private Found read() {
        Map<String, Hold> holds =
                retention.holds(person).stream().collect(Collectors.toMap(Hold::id, Function.identity()));
        return new Found(
                retention.preserved(person, SOON).stream()
                        .map(one -> new Row(one, one.cause() == Preserved.Cause.HAND ? holds.get(one.id()) : null))
                        .toList(),
                retention.toDestroy(person));
    }

    private void put() {
        Row before = list.selectedProperty().get();
        list.put(found.rows().stream().filter(this::isListed).toList(), row -> row.isSame(before));
    }

    private boolean isListed(Row row) {
        State how = row.preserved().state();
        return part.get() == Part.ALL || how == State.OVERDUE || how == State.ENDS_SOON;
    }

    /** Keeps an account or an item from now on. */
    void hold(HoldForm.Entry entry, Runnable onDone, Consumer<Exception> onRefused) {
        act(
                () -> retention
                        .hold(person, entry.subject(), entry.id(), entry.kind(), entry.reason())
                        .id(),
                "retention.held.placed",
                onDone,
                onRefused);
    }

    /** Says until when a hold is needed. */
    void extend(Hold hold, Instant ends, String reason, Runnable onDone, Consumer<Exception> onRefused) {
        act(
                () -> {
                    retention.extend(person, hold.id(), ends, reason);
                    return hold.id();
                },
                "retention.held.extended",
                onDone,
                onRefused);
    }

    void lift(Hold hold) {
        act(
                () -> {
                    retention.lift(person, hold.id());
                    return hold.id();
                },
                "retention.held.lifted",
                () -> {},
                failure -> said.accept(words(failure)));
    }

    void destroy(ToDestroy one, Runnable onDone, Consumer<Exception> onRefused) {
        act(
                () -> retention.destroy(person, one.orderId(), one.itemId()).size(),
                "retention.held.destroyed",
                onDone,
                onRefused);
    }

    private void act(Callable<?> work, String key, Runnable onDone, Consumer<Exception> onRefused) {
        kit.background()
                .run(
                        work,
                        answer -> {
                            onDone.run();
                            said.accept(kit.texts().get(key, answer));
                            onChange.run();
                            refresh();
                        },
                        onRefused);
    }

    /** Why something was not done. */
    String words(Exception failure) {
        return RefusedWords.of(kit.texts(), failure);
    }
}
