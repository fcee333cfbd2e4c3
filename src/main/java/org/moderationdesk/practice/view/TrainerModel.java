package org.moderationdesk.practice.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.practice.AnswerKey;
import org.moderationdesk.practice.Assignment;
import org.moderationdesk.practice.Changes;
import org.moderationdesk.practice.Dispute;
import org.moderationdesk.practice.PracticeItem;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.Run;
import org.moderationdesk.practice.SetState;
import org.moderationdesk.practice.Told;

/** What a trainer does with a set: its items and keys, who is asked, what came of it, what is questioned. JavaFX thread only. */
final class TrainerModel {
    /** No table is bound to more rows than this. */
    static final int PAGE = 2_000;

    private final PracticeModel home;
    private final ReadOnlyObjectWrapper<Desk> desk = new ReadOnlyObjectWrapper<>();
    private int after;

    /**
     * All of one set at a moment.
     *
     * @param items a page of them, in order
     * @param keys of those, by item
     * @param runs of everybody, the newest first
     */
    record Desk(
            PracticeSet set,
            int after,
            List<PracticeItem> items,
            Map<String, AnswerKey> keys,
            List<Run> runs,
            List<Assignment> assignments,
            List<Dispute> disputes) {
        Optional<AnswerKey> key(String itemId) {
            return Optional.ofNullable(keys.get(itemId));
        }

        long open() {
            return disputes.stream()
                    .filter(one -> one.state() == Dispute.State.OPEN)
                    .count();
        }

        boolean hasMore() {
            return items.size() == PAGE;
        }
    }

    TrainerModel(PracticeModel home) {
        this.home = home;
        home.selectedProperty().subscribe(set -> {
            Desk now = desk.get();
            if (set == null) {
                desk.set(null);
            } else if (now == null || !now.set().equals(set)) {
                after = now != null && now.set().id().equals(set.id()) ? after : 0;
                refresh();
            }
        });
        home.overviewProperty().subscribe(_ -> refresh());
    }

    PracticeModel home() {
        return home;
    }

    /** The set that is looked at; null for none, or while it is read. */
    ReadOnlyObjectProperty<Desk> deskProperty() {
        return desk.getReadOnlyProperty();
    }

    /** Asks the store anew. */
    void refresh() {
        PracticeSet set = home.selectedProperty().get();
        if (set == null || !home.trains()) {
            return;
        }
        int from = after;
        home.read(() -> read(set, from), read -> {
            PracticeSet now = home.selectedProperty().get();
            if (now != null && now.id().equals(read.set().id())) {
                desk.set(read);
            }
        });
    }

    private Desk read(PracticeSet set, int from) {
        var doors = home.doors();
        var by = home.person();
        int version = set.newest().version();
        List<PracticeItem> items = doors.sets().items(by, set.id(), version, from, PAGE);
        return new Desk(
                set,
                from,
                items,
                doors.sets()
                        .keys(
                                by,
                                set.id(),
                                version,
                                items.stream().map(PracticeItem::id).toList()),
                doors.results().ofSet(by, set.id(), null, PAGE),
                doors.assignments().ofSet(by, set.id()),
                doors.disputes().ofSet(by, set.id()));
    }

    /** Shows the next page of items, or the first again. */
    void turn() {
        Desk now = desk.get();
        if (now != null) {
            after = now.hasMore() ? now.items().getLast().position() : 0;
            refresh();
        }
    }

    /** Changes a set; one that is published says why. */
    void change(Changes changes, Told why, Runnable onDone, Consumer<String> onRefused) {
        Desk now = Objects.requireNonNull(desk.get(), "a set is looked at");
        home.act(
                () -> home.doors().sets().change(home.person(), now.set().id(), changes, why),
                _ -> onDone.run(),
                onRefused);
    }

    /** Brings items in, with the files that they name from beside the file with the items. */
    void bring(Changes changes, Path folder, Told why, Runnable onDone, Consumer<String> onRefused) {
        Desk now = Objects.requireNonNull(desk.get(), "a set is looked at");
        home.act(
                () -> home.doors()
                        .picks()
                        .media()
                        .change(home.person(), now.set().id(), changes, why, folder),
                _ -> onDone.run(),
                onRefused);
    }

    boolean isPublished() {
        Desk now = desk.get();
        return now != null && now.set().state() == SetState.PUBLISHED;
    }

    <T> void act(Callable<T> act, Consumer<T> onDone, Consumer<String> onRefused) {
        home.act(act, onDone, onRefused);
    }

    @Nullable
    PracticeSet set() {
        Desk now = desk.get();
        return now == null ? null : now.set();
    }
}
