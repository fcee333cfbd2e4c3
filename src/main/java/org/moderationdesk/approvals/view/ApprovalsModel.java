package org.moderationdesk.approvals.view;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.approvals.WaitingApproval;
import org.moderationdesk.decisions.ApprovalVerdict;
import org.moderationdesk.decisions.Changed;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.fx.Background;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.view.ReadCase;
import org.moderationdesk.review.view.ReadRooms;
import org.moderationdesk.staff.Person;

/** What waits for a second person, the one that is looked at, and the answer to it. JavaFX thread only. */
public final class ApprovalsModel {
    private final ApprovalRooms rooms;
    private final Person person;
    private final Background background;
    private final InstantSource clock;
    private final ReadCase reading;
    private final ObservableList<WaitingApproval> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<WaitingApproval> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ObjectProperty<ApprovalNews> news = new SimpleObjectProperty<>();
    private Runnable onAnswer = () -> {};
    private @Nullable String wanted;
    private boolean busy;
    private long asked;

    /** What the list shows. */
    enum State {
        LOADING,
        THERE,
        /** The store did not answer. */
        LOST
    }

    /** What is read of one that is looked at. */
    private record Laid(Opened opened, Proposal proposal) {}

    public ApprovalsModel(ApprovalRooms rooms, Person person, Background background, InstantSource clock) {
        this.rooms = rooms;
        this.person = person;
        this.background = background;
        this.clock = clock;
        var read = new ReadRooms(rooms.review(), rooms.tools(), rooms.pictures(), rooms.covering());
        reading = new ReadCase(read, background, clock, () -> tell(new ApprovalNews.Failed()));
    }

    ObservableList<WaitingApproval> rows() {
        return rows;
    }

    /** Null for none. */
    ReadOnlyObjectProperty<WaitingApproval> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Null for none. */
    ReadOnlyObjectProperty<ApprovalNews> newsProperty() {
        return news;
    }

    InstantSource clock() {
        return clock;
    }

    Person person() {
        return person;
    }

    ApprovalRooms rooms() {
        return rooms;
    }

    /** The case that is looked at. */
    ReadCase reading() {
        return reading;
    }

    /** Asks the store anew; what is looked at stays where it still waits. */
    void refresh() {
        background.run(
                () -> new Told(
                        rooms.approvals().waiting(person), rooms.approvals().working()),
                this::show,
                _ -> {
                    state.set(State.LOST);
                });
    }

    private record Told(List<WaitingApproval> waiting, List<Person> working) {}

    private void show(Told told) {
        reading.panel().peopleProperty().set(told.working());
        WaitingApproval now = selected.get();
        String keep = wanted != null ? wanted : now == null ? "" : now.line().id();
        wanted = null;
        if (!told.waiting().equals(rows)) {
            rows.setAll(told.waiting());
        }
        state.set(State.THERE);
        WaitingApproval next = rows.stream()
                .filter(row -> row.line().id().equals(keep))
                .findFirst()
                .orElseGet(() -> rows.isEmpty() ? null : rows.getFirst());
        if (next == null || now == null || !next.line().id().equals(now.line().id())) {
            select(next);
        } else {
            selected.set(next);
        }
    }

    /** Told when this person has answered one. */
    public void onAnswer(Runnable told) {
        onAnswer = told;
    }

    /** Looks at this decision once the list is there. */
    public void open(String decisionId) {
        wanted = decisionId;
        refresh();
    }

    /** Looks at the next (1) or previous (-1). */
    void move(int by) {
        if (!rows.isEmpty()) {
            int at = rows.indexOf(selected.get());
            select(rows.get(at < 0 ? 0 : Math.clamp(at + by, 0, rows.size() - 1)));
        }
    }

    void select(@Nullable WaitingApproval row) {
        WaitingApproval before = selected.get();
        boolean same = row != null
                && reading.opened() != null
                && before != null
                && before.line().id().equals(row.line().id());
        selected.set(row);
        if (same) {
            return;
        }
        long question = ++asked;
        reading.leave();
        if (row != null) {
            background.run(
                    () -> read(row),
                    laid -> {
                        if (question == asked) {
                            laid.ifPresent(one -> reading.show(one.opened(), one.proposal(), row.line()));
                        }
                    },
                    _ -> {
                        if (question == asked) {
                            tell(new ApprovalNews.Failed());
                        }
                    });
        }
    }

    private Optional<Laid> read(WaitingApproval row) {
        return rooms.review()
                .look(row.line().itemId(), person)
                .flatMap(found -> rooms.stored().proposal(row.line().id()).map(proposal -> new Laid(found, proposal)));
    }

    /** Whether the one that is looked at can be answered by this person, now. */
    boolean mayAnswer() {
        WaitingApproval row = selected.get();
        return row != null && row.against() == null && !busy;
    }

    void approve() {
        answer(row -> rooms.approvals().approve(row.line().id(), person), ApprovalVerdict.APPROVED);
    }

    void refuse(String why) {
        answer(row -> rooms.approvals().refuse(row.line().id(), person, why), ApprovalVerdict.REFUSED);
    }

    void sendBack(String question) {
        answer(row -> rooms.approvals().sendBack(row.line().id(), person, question), ApprovalVerdict.SENT_BACK);
    }

    private void answer(Function<WaitingApproval, Changed> act, ApprovalVerdict verdict) {
        WaitingApproval row = selected.get();
        if (row == null || busy) {
            return;
        }
        busy = true;
        reading.item().coverAll();
        Callable<Changed> work = () -> act.apply(row);
        background.run(
                work,
                _ -> {
                    busy = false;
                    goOn(row);
                    onAnswer.run();
                    tell(new ApprovalNews.Answered(
                            verdict, row.line().itemId(), row.line().person()));
                    refresh();
                },
                failure -> {
                    busy = false;
                    tell(
                            failure instanceof DecisionRefused refused
                                    ? new ApprovalNews.Refused(refused.judgement())
                                    : new ApprovalNews.Failed());
                    refresh();
                });
    }

    /** What has been answered is not in the way any more: the next one takes its place. */
    private void goOn(WaitingApproval answered) {
        int at = rows.indexOf(answered);
        rows.remove(answered);
        select(rows.isEmpty() ? null : rows.get(Math.clamp(at, 0, rows.size() - 1)));
    }

    private void tell(ApprovalNews what) {
        // The same news twice is news all the same.
        news.set(null);
        news.set(what);
    }
}
