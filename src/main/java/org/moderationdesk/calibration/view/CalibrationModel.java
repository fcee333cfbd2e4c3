package org.moderationdesk.calibration.view;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.agreement.AgreementRules;
import org.moderationdesk.agreement.Agreements;
import org.moderationdesk.agreement.Figure;
import org.moderationdesk.calibration.Answered;
import org.moderationdesk.calibration.NewSession;
import org.moderationdesk.calibration.Offered;
import org.moderationdesk.calibration.Precedent;
import org.moderationdesk.calibration.Reason;
import org.moderationdesk.calibration.Remark;
import org.moderationdesk.calibration.RightAnswer;
import org.moderationdesk.calibration.Rulings;
import org.moderationdesk.calibration.Session;
import org.moderationdesk.calibration.SessionCase;
import org.moderationdesk.calibration.SessionState;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Sessions, the one that is looked at and the case in it, and precedents. JavaFX thread only. */
final class CalibrationModel {
    private final CalibrationDoors doors;
    private final Person person;
    private final Kit kit;
    private final CalibrationProblems problems;
    private final Agreements agreements = new Agreements(AgreementRules.USUAL);
    private final ObservableList<Session> sessions = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Session> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<SessionCase> at = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Side> side = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<List<Precedent>> precedents = new SimpleObjectProperty<>(List.of());
    private final StringProperty problem = new SimpleStringProperty("");
    private Runnable onChange = () -> {};
    private long asked;
    private String wanted = "";

    /** What the list shows. */
    enum State {
        LOADING,
        THERE,
        /** The store did not answer. */
        LOST
    }

    /** A case whose answers lie side by side. */
    record Side(
            SessionCase about,
            Rulings.InForce inForce,
            List<Answered> answers,
            List<Remark> remarks,
            Figure agreement) {}

    /** What a new session can be made of. */
    record Choice(List<Offered> offered, List<Person> people) {}

    CalibrationModel(CalibrationDoors doors, Person person, Kit kit) {
        this.doors = doors;
        this.person = person;
        this.kit = kit;
        this.problems = new CalibrationProblems(kit.texts(), doors.book());
    }

    CalibrationDoors doors() {
        return doors;
    }

    Person person() {
        return person;
    }

    Kit kit() {
        return kit;
    }

    boolean leads() {
        return Rights.has(person, Right.CALIBRATE);
    }

    ObservableList<Session> sessions() {
        return sessions;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Null for none. */
    ReadOnlyObjectProperty<Session> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The case of it that is looked at; null for none. */
    ReadOnlyObjectProperty<SessionCase> atProperty() {
        return at.getReadOnlyProperty();
    }

    /** Its answers side by side; null while they are not read, or may not be. */
    ReadOnlyObjectProperty<Side> sideProperty() {
        return side.getReadOnlyProperty();
    }

    ObjectProperty<List<Precedent>> precedentsProperty() {
        return precedents;
    }

    /** What went wrong, in words; empty for nothing. */
    StringProperty problemProperty() {
        return problem;
    }

    /** Told when something has been recorded here. */
    void onChange(Runnable told) {
        onChange = told;
    }

    /** Looks at this session once the list is there. */
    void open(String sessionId) {
        wanted = sessionId;
        refresh();
    }

    void refresh() {
        kit.background().run(() -> doors.calibration().sessions(person), this::show, _ -> {
            state.set(State.LOST);
        });
    }

    private void show(List<Session> found) {
        Session now = selected.get();
        if (!found.equals(sessions)) {
            sessions.setAll(found);
        }
        state.set(State.THERE);
        String keep = !wanted.isEmpty() ? wanted : now == null ? "" : now.id();
        wanted = "";
        Session next = found.stream()
                .filter(one -> one.id().equals(keep))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.getFirst());
        if (next == null || !next.equals(now)) {
            select(next);
        }
    }

    /** Looks at this session; stays at the case where it is the same one. */
    void select(@Nullable Session session) {
        SessionCase before = at.get();
        selected.set(session);
        if (session == null) {
            goTo(null);
            return;
        }
        goTo(session.cases().stream()
                .filter(one -> before != null
                        && one.sessionId().equals(before.sessionId())
                        && one.position() == before.position())
                .findFirst()
                .orElseGet(() -> first(session)));
    }

    /** The first that is still to answer, else the first without a ruling, else the first. */
    private static SessionCase first(Session session) {
        return session.cases().stream()
                .filter(one -> session.state() == SessionState.OPEN
                        ? one.own() == SessionCase.Own.TO_ANSWER
                        : one.ruling() == null)
                .findFirst()
                .orElse(session.cases().getFirst());
    }

    void goTo(@Nullable SessionCase one) {
        at.set(one);
        Session session = selected.get();
        long question = ++asked;
        if (one == null || session == null || session.state() == SessionState.OPEN) {
            side.set(null);
            return;
        }
        kit.background()
                .run(
                        () -> new Side(
                                one,
                                doors.rulings().inForce(person, one.sessionId(), one.position()),
                                doors.calibration().answers(person, one.sessionId(), one.position()),
                                doors.calibration().remarks(person, one.sessionId(), one.position()),
                                agreements.alpha(
                                        doors.calibration().ratings(person, one.sessionId()),
                                        List.of(Outcome.values()))),
                        read -> {
                            if (question == asked) {
                                side.set(read);
                            }
                        },
                        failed -> {
                            if (question == asked) {
                                side.set(null);
                                problem.set(problems.of(failed));
                            }
                        });
    }

    /** Moves to the next case (1) or the one before (-1). */
    void move(int by) {
        Session session = selected.get();
        SessionCase now = at.get();
        if (session != null && now != null) {
            int index = session.cases().indexOf(now) + by;
            if (index >= 0 && index < session.cases().size()) {
                goTo(session.cases().get(index));
            }
        }
    }

    void begin(NewSession wanted) {
        act(() -> doors.calibration().begin(person, wanted));
    }

    /**
     * What a new session can be made of, read off the JavaFX thread; each decision once.
     *
     * @param first what stands before all else that is offered
     */
    void choices(List<Offered> first, Consumer<Choice> then) {
        kit.background()
                .run(
                        () -> new Choice(
                                possible(first),
                                doors.people().working().stream()
                                        .filter(one -> Rights.has(one, Right.DECIDE))
                                        .toList()),
                        then,
                        failed -> problem.set(problems.of(failed)));
    }

    private List<Offered> possible(List<Offered> first) {
        Map<String, Offered> byDecision = new LinkedHashMap<>();
        Stream.concat(first.stream(), doors.offered().apply(person).stream())
                .forEach(one -> byDecision.putIfAbsent(one.disputed().decisionId(), one));
        return doors.calibration().possible(person, List.copyOf(byDecision.values()));
    }

    void close() {
        ofSelected(session -> doors.calibration().close(person, session.id()));
    }

    void showNames() {
        ofSelected(session -> doors.calibration().showNames(person, session.id()));
    }

    void end() {
        ofSelected(session -> doors.calibration().end(person, session.id()));
    }

    void remark(String words) {
        SessionCase one = at.get();
        if (one != null) {
            act(() -> {
                var unused = doors.calibration().remark(person, one.sessionId(), one.position(), words);
                return doors.calibration().session(person, one.sessionId());
            });
        }
    }

    void rule(RightAnswer answer, Reason reason) {
        SessionCase one = at.get();
        if (one != null) {
            act(() -> doors.rulings().rule(person, one.sessionId(), one.position(), answer, reason));
        }
    }

    void replace(int seat) {
        SessionCase one = at.get();
        if (one != null && one.ruling() != null) {
            String ruling = one.ruling().id();
            act(() -> doors.rulings().replace(person, ruling, seat));
        }
    }

    void withdraw(String ruling, String why, String searched) {
        kit.background()
                .run(
                        () -> {
                            doors.rulings().withdraw(person, ruling, why);
                            return doors.precedents().find(person, searched);
                        },
                        found -> {
                            problem.set("");
                            precedents.set(found);
                            onChange.run();
                            refresh();
                        },
                        failed -> problem.set(problems.of(failed)));
    }

    void search(String clauses) {
        kit.background()
                .run(
                        () -> doors.precedents().find(person, clauses),
                        precedents::set,
                        failed -> problem.set(problems.of(failed)));
    }

    private void ofSelected(UnaryOperator<Session> act) {
        Session session = selected.get();
        if (session != null) {
            act(() -> act.apply(session));
        }
    }

    private void act(Callable<Session> act) {
        kit.background()
                .run(
                        act,
                        session -> {
                            problem.set("");
                            became(session);
                        },
                        failed -> problem.set(problems.of(failed)));
    }

    /** Something has been recorded of this session. */
    void became(Session session) {
        selected.set(session);
        select(session);
        onChange.run();
        refresh();
    }

    Instant now() {
        return kit.clock().instant();
    }
}
