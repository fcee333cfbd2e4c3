package org.moderationdesk.calibration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Reads sessions as one person may know of them: those that they lead or are asked in, without what is hidden. */
final class SessionReader {
    private static final int MOST = 300;
    private static final String ALL = "select " + SessionRow.COLUMNS + """
         from calibration_session s
         order by s.made_at desc, s.id desc
         fetch first :most rows only
        """;
    private static final String OF_PERSON = "select " + SessionRow.COLUMNS + """
         from calibration_session s
         join calibration_seat p on p.session_id = s.id and p.person = :person
         order by s.made_at desc, s.id desc
         fetch first :most rows only
        """;
    private static final String TURNS =
            "select session_id, position, person from calibration_turn where session_id in (<ids>)";

    private final Handle handle;
    private final Person viewer;

    SessionReader(Handle handle, Person viewer) {
        this.handle = handle;
        this.viewer = viewer;
    }

    /** One session whole: the rows that acts work on, and what this person may know. */
    record Whole(SessionRow row, List<DisputedRow> cases, List<SeatRow> seats, Session shown) {
        DisputedRow at(int position) {
            return cases.stream()
                    .filter(one -> one.position() == position)
                    .findFirst()
                    .orElseThrow(() -> new CalibrationRefused(CalibrationRefused.Why.UNKNOWN_SESSION));
        }

        SessionCase shownAt(int position) {
            return shown.cases().stream()
                    .filter(one -> one.position() == position)
                    .findFirst()
                    .orElseThrow(() -> new CalibrationRefused(CalibrationRefused.Why.UNKNOWN_SESSION));
        }

        Optional<SeatRow> seatOf(String person) {
            return seats.stream().filter(seat -> seat.person().equals(person)).findFirst();
        }
    }

    /** The newest first. */
    List<Session> all() {
        boolean leads = Rights.has(viewer, Right.CALIBRATE);
        var query = handle.createQuery(leads ? ALL : OF_PERSON).bind("most", MOST);
        if (!leads) {
            query.bind("person", viewer.name());
        }
        List<SessionRow> rows = query.map((row, _) -> SessionRow.read(row)).list();
        return whole(rows).stream().map(Whole::shown).toList();
    }

    /** @throws CalibrationRefused when there is none that this person may know of */
    Whole one(String sessionId) {
        return SessionRow.find(handle, sessionId).stream()
                .flatMap(row -> whole(List.of(row)).stream())
                .filter(one -> one.shown().ownSeat() > 0 || Rights.has(viewer, Right.CALIBRATE))
                .findFirst()
                .orElseThrow(() -> new CalibrationRefused(CalibrationRefused.Why.UNKNOWN_SESSION));
    }

    private List<Whole> whole(List<SessionRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(SessionRow::id).toList();
        Map<String, String> titles =
                FreeTexts.of(handle, rows.stream().map(SessionRow::title).toList());
        Map<String, List<DisputedRow>> cases = new HashMap<>();
        DisputedRow.of(handle, ids).stream()
                .filter(one -> one.isSeenBy(handle, viewer))
                .forEach(one -> cases.computeIfAbsent(one.sessionId(), _ -> new ArrayList<>())
                        .add(one));
        Map<String, List<SeatRow>> seats = new HashMap<>();
        SeatRow.of(handle, ids).forEach(one -> seats.computeIfAbsent(one.sessionId(), _ -> new ArrayList<>())
                .add(one));
        Map<String, Set<String>> turns = turns(ids);
        Map<String, Ruling> rulings = new HashMap<>();
        RulingRow.shown(handle, RulingRow.of(handle, ids))
                .forEach(ruling -> rulings.put(key(ruling.sessionId(), ruling.position()), ruling));
        List<Whole> all = new ArrayList<>();
        for (SessionRow row : rows) {
            List<DisputedRow> seen = cases.getOrDefault(row.id(), List.of());
            if (!seen.isEmpty()) {
                List<SeatRow> asked = seats.getOrDefault(row.id(), List.of());
                Session shown = session(
                        row,
                        titles.getOrDefault(row.title(), ""),
                        seen.stream()
                                .map(one -> shown(
                                        one,
                                        asked,
                                        turns.getOrDefault(key(one.sessionId(), one.position()), Set.of()),
                                        rulings.get(key(one.sessionId(), one.position()))))
                                .toList(),
                        asked);
                all.add(new Whole(row, seen, asked, shown));
            }
        }
        return all;
    }

    private Map<String, Set<String>> turns(List<String> ids) {
        Map<String, Set<String>> turns = new HashMap<>();
        handle.createQuery(TURNS)
                .bindList("ids", ids)
                .map((row, _) -> Map.entry(key(row.getString(1), row.getInt(2)), row.getString(3)))
                .forEach(one -> turns.computeIfAbsent(one.getKey(), _ -> new HashSet<>())
                        .add(one.getValue()));
        return turns;
    }

    private static String key(String session, int position) {
        return session + " " + position;
    }

    private Session session(SessionRow row, String title, List<SessionCase> cases, List<SeatRow> asked) {
        int own = asked.stream()
                .filter(seat -> seat.person().equals(viewer.name()))
                .mapToInt(SeatRow::seat)
                .findFirst()
                .orElse(0);
        return new Session(
                row.id(),
                title,
                row.madeBy(),
                Instant.ofEpochMilli(row.madeAt()),
                Instant.ofEpochMilli(row.dueAt()),
                row.state(),
                row.namesShown(),
                moment(row.closedAt()),
                moment(row.ruledAt()),
                cases,
                seats(row, asked),
                own);
    }

    /** With names once those are shown. */
    static List<Seat> seats(SessionRow row, List<SeatRow> asked) {
        return asked.stream()
                .map(seat -> new Seat(seat.seat(), row.namesShown() ? seat.person() : null))
                .toList();
    }

    private static @Nullable Instant moment(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private SessionCase shown(DisputedRow one, List<SeatRow> asked, Set<String> answered, @Nullable Ruling ruling) {
        boolean isAsked = asked.stream().anyMatch(seat -> seat.person().equals(viewer.name()));
        SessionCase.Own own = !isAsked
                ? SessionCase.Own.NOT_ASKED
                : one.first().equals(viewer.name())
                        ? SessionCase.Own.DECIDED_FIRST
                        : answered.contains(viewer.name()) ? SessionCase.Own.ANSWERED : SessionCase.Own.TO_ANSWER;
        return new SessionCase(
                one.sessionId(),
                one.position(),
                one.decisionId(),
                one.itemId(),
                one.source(),
                one.childSafety(),
                answered.size(),
                asked.size(),
                own,
                ruling);
    }
}
