package org.moderationdesk.fx;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The rows of a list as the store told them last, and the one that is chosen. JavaFX thread only. */
public final class ListedRows<T> {
    private final Background background;
    private final ObservableList<T> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable T> selected = new ReadOnlyObjectWrapper<>();
    private long asked;

    /** How a list stands. */
    public enum State {
        LOADING,
        THERE,
        /** The store did not answer. */
        LOST
    }

    public ListedRows(Background background) {
        this.background = background;
    }

    public ObservableList<T> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public boolean isThere() {
        return state.get() == State.THERE;
    }

    /** Null for none. */
    public ReadOnlyObjectProperty<@Nullable T> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public void select(@Nullable T row) {
        selected.set(row);
    }

    /** Chooses the next (1) or previous (-1). */
    public void move(int by) {
        if (!rows.isEmpty()) {
            int at = rows.indexOf(selected.get());
            select(rows.get(at < 0 ? 0 : Math.clamp(at + (long) by, 0, rows.size() - 1)));
        }
    }

    /**
     * Asks the store. Of several questions only the last is answered.
     *
     * @param question off the JavaFX thread
     */
    public <A> void ask(Callable<A> question, Consumer<A> onAnswer) {
        long mine = ++asked;
        background.run(
                question,
                answer -> {
                    if (mine == asked) {
                        state.set(State.THERE);
                        onAnswer.accept(answer);
                    }
                },
                _ -> {
                    if (mine == asked) {
                        state.set(State.LOST);
                    }
                });
    }

    /** @param chosen which of them is chosen; the first where none is that */
    public void put(List<T> all, Predicate<T> chosen) {
        if (!all.equals(rows)) {
            rows.setAll(all);
        }
        selected.set(rows.stream().filter(chosen).findFirst().orElseGet(() -> rows.isEmpty() ? null : rows.getFirst()));
    }
}
