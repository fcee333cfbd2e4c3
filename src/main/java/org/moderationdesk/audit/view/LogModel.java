package org.moderationdesk.audit.view;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.audit.Facet;
import org.moderationdesk.audit.LogAnswer;
import org.moderationdesk.audit.LogColumn;
import org.moderationdesk.audit.LogFilter;
import org.moderationdesk.audit.LogOrder;
import org.moderationdesk.audit.LogReader;
import org.moderationdesk.audit.LogRow;
import org.moderationdesk.fx.Background;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * The decision log as one person sees it: what is asked for, the stretch of the answer that is held, and which row the
 * keys are on. The store is asked in the background; an answer to an older question never takes the place of a newer
 * one. JavaFX thread only.
 */
public final class LogModel {
    private static final int WINDOW = 2_000;
    private static final int FIRST = 200;

    private final LogReader reader;
    private final Background background;
    private final Settings settings;
    private final int window;
    private final ObservableList<LogRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<LogFilter> filter = new ReadOnlyObjectWrapper<>(LogFilter.none());
    private final ReadOnlyObjectWrapper<LogLook> look;
    private final ReadOnlyObjectWrapper<@Nullable LogAnswer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LogRow> selected = new ReadOnlyObjectWrapper<>();
    private final AtomicLong entriesRead = new AtomicLong();
    private final AtomicLong entriesInAll = new AtomicLong();
    private Replacing replacing = Runnable::run;
    private int from;
    private long asked;
    private boolean sliding;
    private boolean begun;

    public LogModel(LogReader reader, Background background, Settings settings) {
        this(reader, background, settings, WINDOW);
    }

    /** @param window rows that are held at most */
    LogModel(LogReader reader, Background background, Settings settings, int window) {
        this.reader = reader;
        this.background = background;
        this.settings = settings;
        this.window = window;
        look = new ReadOnlyObjectWrapper<>(LogLook.usual(showsQuality()));
    }

    /** Puts rows in the place of others; a list keeps what it shows where it was. */
    interface Replacing {
        void around(Runnable change);
    }

    /** What the list shows. */
    enum State {
        LOADING,
        THERE,
        /** Nothing has been decided yet. */
        EMPTY,
        NOTHING_MATCHES,
        /** The store did not answer. */
        LOST
    }

    /** What one question came to. */
    private record Laid(LogAnswer answer, int from, List<LogRow> rows) {}

    ObservableList<LogRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LogFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LogLook> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** Null while the answer is being found; rows may be there already. */
    ReadOnlyObjectProperty<@Nullable LogAnswer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Null for none. */
    ReadOnlyObjectProperty<@Nullable LogRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    LogReader reader() {
        return reader;
    }

    /** Whether the answer has more rows than are held. */
    boolean isPart() {
        LogAnswer all = answer.get();
        return all != null && all.size() > window;
    }

    /** At which place of the answer the rows that are held begin. */
    int from() {
        return from;
    }

    /** How many entries of the log have been read the first time. */
    long entriesRead() {
        return entriesRead.get();
    }

    /** Of how many; 0 while it is not known. */
    long entriesInAll() {
        return entriesInAll.get();
    }

    /** Whether states in quality review are told here. */
    boolean showsQuality() {
        return Rights.has(reader.viewer(), Right.RESOLVE_DIFFERENCE);
    }

    void replaceBy(Replacing way) {
        replacing = way;
    }

    /** Shows what was seen last time, once, and asks; from then on keeps up. */
    void shown() {
        if (begun) {
            refresh();
            return;
        }
        begun = true;
        reader.begin();
        LogLook usual = look.get();
        background.run(
                () -> settings.read(LogLook.TOPIC, LogLook.class, usual),
                kept -> {
                    look.set(known(kept));
                    ask(true);
                },
                // A file that cannot be read is as good as none here.
                _ -> ask(true));
    }

    private LogLook known(LogLook kept) {
        return showsQuality() ? kept : kept.with(LogColumn.QUALITY, false);
    }

    /** Asks anew; what is shown stays where it is. */
    void refresh() {
        ask(false);
    }

    void ask(LogFilter other) {
        if (!other.equals(filter.get())) {
            filter.set(other);
            ask(true);
        }
    }

    void put(Facet facet, String value, boolean wanted) {
        ask(filter.get().put(facet, value, wanted));
    }

    void clearFilters() {
        ask(LogFilter.none());
    }

    void orderBy(LogOrder order) {
        if (!order.equals(look.get().order())) {
            keep(look.get().by(order));
            ask(true);
        }
    }

    void column(LogColumn column, boolean wanted) {
        keep(look.get().with(column, wanted));
    }

    /** Shows what a kept view asks for. */
    void show(LogFilter asksFor, LogLook looks) {
        filter.set(asksFor);
        keep(known(looks));
        ask(true);
    }

    private void keep(LogLook other) {
        look.set(other);
        background.run(
                () -> {
                    settings.write(LogLook.TOPIC, other);
                    return other;
                },
                _ -> {},
                // What is not remembered is chosen again next time.
                _ -> {});
    }

    private void ask(boolean fromTop) {
        long mine = ++asked;
        sliding = false;
        LogFilter wanted = filter.get();
        LogOrder order = look.get().order();
        long top = fromTop || rows.isEmpty() ? -1 : rows.getFirst().fact().seq();
        int before = fromTop ? 0 : from;
        if (fromTop) {
            answer.set(null);
            if (rows.isEmpty() || !wanted.isNone()) {
                state.set(State.LOADING);
            }
        }
        if (rows.isEmpty() && wanted.isNone() && order.equals(LogOrder.newestFirst())) {
            background.run(() -> reader.newest(Math.min(FIRST, window)), first -> showFirst(mine, first), _ -> {});
        }
        background.run(
                () -> {
                    LogAnswer found = reader.answer(wanted, order, this::tell);
                    int at = top < 0 ? -1 : found.placeOf(top);
                    int start = at < 0 ? Math.clamp(before, 0, Math.max(0, found.size() - window)) : at;
                    return new Laid(found, start, reader.rows(found, start, start + window));
                },
                laid -> {
                    if (mine == asked) {
                        lay(laid);
                    }
                },
                _ -> {
                    if (mine == asked) {
                        state.set(State.LOST);
                    }
                });
    }

    private void tell(long done, long total) {
        entriesRead.set(done);
        entriesInAll.set(total);
    }

    /** The newest are there before all others have been read. */
    private void showFirst(long mine, List<LogRow> first) {
        if (mine == asked && answer.get() == null && !first.isEmpty()) {
            replacing.around(() -> rows.setAll(first));
            state.set(State.THERE);
        }
    }

    private void lay(Laid laid) {
        from = laid.from();
        replace(laid.rows());
        answer.set(laid.answer());
        if (laid.answer().size() > 0) {
            state.set(State.THERE);
        } else {
            state.set(filter.get().isNone() ? State.EMPTY : State.NOTHING_MATCHES);
        }
    }

    private void replace(List<LogRow> others) {
        LogRow before = selected.get();
        replacing.around(() -> {
            if (!rows.equals(others)) {
                rows.setAll(others);
            }
            selected.set(before == null ? null : named(before.fact().seq()));
        });
    }

    private @Nullable LogRow named(long seq) {
        int index = indexOf(seq);
        return index < 0 ? null : rows.get(index);
    }

    /** Where among the rows that are held, or -1. */
    int indexOf(long seq) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).fact().seq() == seq) {
                return i;
            }
        }
        return -1;
    }

    void select(@Nullable LogRow row) {
        selected.set(row);
    }

    /** Goes one row on (1) or back (-1), beyond what is held too. */
    void move(int by) {
        LogRow now = selected.get();
        int next = now == null ? 0 : indexOf(now.fact().seq()) + by;
        if (next >= 0 && next < rows.size()) {
            select(rows.get(next));
        } else if (answer.get() != null) {
            goTo(from + next);
        }
    }

    /** Goes to the first decision of all, or to the last. */
    void goToEnd(boolean first) {
        LogAnswer all = answer.get();
        if (all != null) {
            goTo(first ? 0 : all.size() - 1);
        }
    }

    private void goTo(int place) {
        LogAnswer all = answer.get();
        if (all == null || place < 0 || place >= all.size()) {
            return;
        }
        long seq = all.seq(place);
        int start = Math.clamp(place - window / 2, 0, Math.max(0, all.size() - window));
        slide(start, () -> select(named(seq)));
    }

    /** The list has been scrolled near its lower end: reads on. */
    void further() {
        LogAnswer all = answer.get();
        if (all != null && from + window < all.size()) {
            slide(Math.min(from + window / 2, all.size() - window), () -> {});
        }
    }

    /** The list has been scrolled near its upper end: reads back. */
    void earlier() {
        if (answer.get() != null && from > 0) {
            slide(Math.max(0, from - window / 2), () -> {});
        }
    }

    private void slide(int to, Runnable then) {
        LogAnswer all = answer.get();
        if (all == null || sliding) {
            return;
        }
        long mine = asked;
        sliding = true;
        background.run(
                () -> reader.rows(all, to, to + window),
                read -> {
                    if (mine == asked) {
                        sliding = false;
                        from = to;
                        replace(read);
                        then.run();
                    }
                },
                _ -> {
                    if (mine == asked) {
                        sliding = false;
                        state.set(State.LOST);
                    }
                });
    }
}
