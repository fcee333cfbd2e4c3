package org.moderationdesk.editions.view;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.editions.Change;
import org.moderationdesk.editions.Edition;
import org.moderationdesk.editions.EditionRefused;
import org.moderationdesk.editions.ReReview;
import org.moderationdesk.editions.Readers;
import org.moderationdesk.editions.Readers.Reader;
import org.moderationdesk.editions.Shelf;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Rights;

/** The editions, the one that is looked at, and what this person may know and do of it. JavaFX thread only. */
final class EditionsModel {
    private final EditionsDoors doors;
    private final Person person;
    private final Kit kit;
    private final ObservableList<Edition> editions = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private final StringProperty problem = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Edition> withdrawn = new ReadOnlyObjectWrapper<>();
    private Runnable onChange = () -> {};
    private String wanted = "";
    private long asked;

    /** What the list shows. */
    enum State {
        LOADING,
        THERE,
        /** The store did not answer. */
        LOST
    }

    /**
     * The edition that is looked at.
     *
     * @param before the one that is in force until this one is; null for the first
     * @param toRead whether this person has still to say that they have read it
     * @param readers who has read it; nobody for who may not know that
     * @param reReviews nothing for who may not know that
     */
    record Shown(
            Shelf shelf,
            Edition edition,
            @Nullable Edition before,
            List<Change> changes,
            boolean toRead,
            boolean mustRead,
            List<Reader> readers,
            List<ReReview> reReviews) {}

    EditionsModel(EditionsDoors doors, Person person, Kit kit) {
        this.doors = doors;
        this.person = person;
        this.kit = kit;
    }

    EditionsDoors doors() {
        return doors;
    }

    Person person() {
        return person;
    }

    Kit kit() {
        return kit;
    }

    boolean may(Right right) {
        return Rights.has(person, right);
    }

    /** The newest first. */
    ObservableList<Edition> editions() {
        return editions;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Null while there is none. */
    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What went wrong, in words; empty for nothing. */
    StringProperty problemProperty() {
        return problem;
    }

    /** Told when something has been recorded here. */
    void onChange(Runnable told) {
        onChange = told;
    }

    Instant now() {
        return kit.clock().instant();
    }

    /** Looks at this edition once it is there. */
    void open(String name) {
        wanted = name;
        refresh();
    }

    void refresh() {
        Shown now = shown.get();
        read(!wanted.isEmpty() ? wanted : now == null ? "" : now.edition().name());
    }

    void select(Edition edition) {
        Shown now = shown.get();
        if (now == null || !now.edition().equals(edition)) {
            read(edition.name());
        }
    }

    /** Moves to the next edition on the list (1) or the one before (-1). */
    void move(int by) {
        Shown now = shown.get();
        int index = (now == null ? -1 : editions.indexOf(now.edition())) + by;
        if (index >= 0 && index < editions.size()) {
            select(editions.get(index));
        }
    }

    private void read(String name) {
        long question = ++asked;
        kit.background()
                .run(
                        () -> look(name),
                        found -> {
                            if (question == asked) {
                                wanted = "";
                                show(found);
                            }
                        },
                        _ -> {
                            if (question == asked) {
                                state.set(State.LOST);
                            }
                        });
    }

    private void show(Shown found) {
        List<Edition> all = found.shelf().editions().reversed();
        if (!all.equals(editions)) {
            editions.setAll(all);
        }
        state.set(State.THERE);
        if (!found.equals(shown.get())) {
            shown.set(found);
        }
    }

    /** Off the JavaFX thread. */
    private Shown look(String name) {
        Shelf shelf = doors.editions().shelf();
        Edition edition = shelf.find(name).orElse(shelf.editions().getLast());
        return new Shown(
                shelf,
                edition,
                shelf.before(edition).orElse(null),
                shelf.changes(edition),
                doors.readers().unread(person, shelf).contains(edition),
                doors.readers().mustRead(),
                may(Right.SET_EDITION) && !edition.isFirst()
                        ? doors.readers().of(person, edition, doors.people())
                        : List.of(),
                may(Right.PLAN_QUALITY) && !edition.isFirst()
                        ? doors.reReviews().of(person, edition)
                        : List.of());
    }

    /** Says that this person has read what is different. */
    void haveRead() {
        Shown now = shown.get();
        if (now != null && now.toRead() && Readers.isAsked(person)) {
            act(() -> {
                doors.readers().read(person, now.edition());
                return look(now.edition().name());
            });
        }
    }

    void mustRead(boolean must) {
        Shown now = shown.get();
        if (now != null && now.mustRead() != must) {
            act(() -> {
                doors.readers().mustRead(person, must);
                return look(now.edition().name());
            });
        }
    }

    /** The edition that was withdrawn here last, while it can be brought back; null for none. */
    ReadOnlyObjectProperty<Edition> withdrawnProperty() {
        return withdrawn.getReadOnlyProperty();
    }

    /** Whether this person may withdraw what is looked at: it is announced, and not in force. */
    boolean mayWithdraw() {
        Shown now = shown.get();
        return may(Right.SET_EDITION) && now != null && !now.edition().isInForce(now());
    }

    void withdraw(Edition edition) {
        kit.background()
                .run(
                        () -> {
                            doors.editions().withdraw(person, edition);
                            return edition;
                        },
                        gone -> {
                            withdrawn.set(gone);
                            recorded("");
                        },
                        this::failed);
    }

    /** Announces again, for the same day, what was withdrawn here last. */
    void bringBack() {
        Edition gone = withdrawn.get();
        if (gone != null) {
            kit.background()
                    .run(
                            () -> doors.editions()
                                    .bringIn(person, doors.editions().files(gone), gone.from()),
                            done -> {
                                withdrawn.set(null);
                                recorded(done.edition().name());
                            },
                            this::failed);
        }
    }

    private void act(Callable<Shown> act) {
        kit.background()
                .run(
                        act,
                        done -> {
                            problem.set("");
                            show(done);
                            onChange.run();
                        },
                        this::failed);
    }

    /** Something has been recorded. */
    void recorded(String edition) {
        problem.set("");
        onChange.run();
        open(edition);
    }

    void failed(Exception failure) {
        problem.set(words(failure));
    }

    String words(Exception failure) {
        return switch (failure) {
            case EditionRefused refused -> refused.words(kit.texts());
            case RightRefused missing -> missing.words(kit.texts());
            default -> kit.texts().get("editions.failed");
        };
    }
}
