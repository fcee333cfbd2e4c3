package org.moderationdesk.insights.view;

import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Background;
import org.moderationdesk.insights.Insights;
import org.moderationdesk.insights.InsightsReader;
import org.moderationdesk.insights.Scope;
import org.moderationdesk.settings.Settings;

/** The figures on screen and what they are asked about. JavaFX thread only. */
public final class InsightsModel {
    private static final String TOPIC = "insights";

    private final InsightsReader reader;
    private final Background background;
    private final Settings settings;
    private final ReadOnlyObjectWrapper<Scope> scope = new ReadOnlyObjectWrapper<>(Scope.WHOLE);
    private final ReadOnlyObjectWrapper<@Nullable Insights> insights = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final AtomicLong entriesRead = new AtomicLong();
    private final AtomicLong entriesInAll = new AtomicLong();
    private boolean begun;
    private long asked;

    /** What the screen shows. */
    enum State {
        /** Nothing has been read yet. */
        LOADING,
        THERE,
        /** There are no decisions. */
        EMPTY,
        /** The store did not answer, and figures of before stand if there are any. */
        LOST
    }

    public InsightsModel(InsightsReader reader, Background background, Settings settings) {
        this.reader = reader;
        this.background = background;
        this.settings = settings;
    }

    ReadOnlyObjectProperty<Scope> scopeProperty() {
        return scope.getReadOnlyProperty();
    }

    /** Null before the first have come. */
    ReadOnlyObjectProperty<@Nullable Insights> insightsProperty() {
        return insights.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How many entries of the log have been read the first time. */
    long entriesRead() {
        return entriesRead.get();
    }

    /** Of how many; 0 while it is not known. */
    long entriesInAll() {
        return entriesInAll.get();
    }

    /** Reads what was asked about last time, once, and then the figures. */
    void refresh() {
        if (begun) {
            read();
            return;
        }
        begun = true;
        background.run(
                () -> settings.read(TOPIC, Scope.class, Scope.WHOLE),
                kept -> {
                    scope.set(kept);
                    read();
                },
                // A file that cannot be read is as good as none here.
                _ -> read());
    }

    /** Asks about something else, and remembers it. */
    void ask(Scope other) {
        if (other.equals(scope.get())) {
            return;
        }
        scope.set(other);
        background.run(
                () -> {
                    settings.write(TOPIC, other);
                    return other;
                },
                _ -> {},
                // What is not remembered is asked again next time.
                _ -> {});
        read();
    }

    private void read() {
        long mine = ++asked;
        Scope wanted = scope.get();
        background.run(() -> reader.read(wanted, this::tell), read -> show(mine, read), _ -> lost(mine));
    }

    private void tell(long done, long total) {
        entriesRead.set(done);
        entriesInAll.set(total);
    }

    /** An answer to an earlier question comes too late. */
    private void show(long mine, Insights read) {
        if (mine == asked) {
            insights.set(read);
            state.set(read.total() == 0 && read.ages().open() == 0 ? State.EMPTY : State.THERE);
        }
    }

    private void lost(long mine) {
        if (mine == asked) {
            state.set(State.LOST);
        }
    }
}
