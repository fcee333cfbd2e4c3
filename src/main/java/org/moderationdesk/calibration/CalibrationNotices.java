package org.moderationdesk.calibration;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** What sessions have to tell: that somebody is asked, and that there are rulings. Not for the JavaFX thread. */
public final class CalibrationNotices {
    /** How long rulings are told of. */
    private static final Duration TOLD = Duration.ofDays(30);

    private final Calibration calibration;
    private final InstantSource clock;

    public CalibrationNotices(Calibration calibration, InstantSource clock) {
        this.calibration = calibration;
        this.clock = clock;
    }

    /** For one person; all of it unread. */
    public List<Notice> of(Person person) {
        if (!Rights.has(person, Right.LOOK)) {
            return List.of();
        }
        Instant since = clock.instant().minus(TOLD);
        List<Notice> all = new ArrayList<>();
        for (Session session : calibration.sessions(person)) {
            if (session.toAnswer() > 0) {
                all.add(notice(session, Notice.Kind.CALIBRATE, session.madeAt()));
            }
            Instant ruled = session.ruledAt();
            if (session.ownSeat() > 0 && ruled != null && ruled.isAfter(since)) {
                all.add(notice(session, Notice.Kind.RULED, ruled));
            }
        }
        return all;
    }

    private static Notice notice(Session session, Notice.Kind kind, Instant at) {
        return new Notice(
                "session " + session.id() + " " + kind,
                kind,
                session.id(),
                "",
                session.madeBy(),
                session.title(),
                at,
                false);
    }
}
