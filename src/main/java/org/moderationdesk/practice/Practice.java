package org.moderationdesk.practice;

import java.time.InstantSource;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.staff.People;

/** The rooms of practice on one store. Safe for any thread but the JavaFX one. */
public final class Practice {
    private final Store store;
    private final InstantSource clock;
    private final PracticeRooms rooms;
    private final Real real;

    public Practice(Store store, InstantSource clock, PracticeRooms rooms, Real real) {
        this.store = store;
        this.clock = clock;
        this.rooms = rooms;
        this.real = real;
    }

    /** What of the real desk it looks at, and never writes to. */
    public record Real(StoredDecisions decisions, People people, StoredPlans plans) {}

    public Sets sets() {
        return new Sets(store, clock, rooms.rules());
    }

    /** @param check tries files before they are kept */
    public SetMedia media(MediaStore files, SetMedia.Check check) {
        return new SetMedia(sets(), store, files, check);
    }

    public Shipment shipment() {
        return new Shipment(store, sets());
    }

    public Picking picking() {
        return new Picking(store, clock, sets(), real.decisions(), rooms);
    }

    public Copies copies() {
        return new Copies(store);
    }

    public Assignments assignments() {
        return new Assignments(store, clock, real.people(), real.plans());
    }

    public Runs runs() {
        return new Runs(store, clock, rooms.scorer());
    }

    public Practising practising() {
        return new Practising(store, clock, rooms);
    }

    public Results results() {
        return new Results(store);
    }

    public Disputes disputes() {
        return new Disputes(store, clock, sets(), results(), rooms.scorer());
    }

    public Certifying certifying() {
        return new Certifying(store, clock, rooms.scorer());
    }

    public AfterAnswer afterAnswer() {
        return new AfterAnswer(store);
    }

    public Viewing viewing() {
        return new Viewing(store, clock, rooms);
    }

    public GroupMedians medians() {
        return new GroupMedians(store);
    }

    public TrainerNotes notes() {
        return new TrainerNotes(store, clock);
    }

    public Reminders reminders() {
        return new Reminders(store, clock);
    }

    public PracticeNotices notices() {
        return new PracticeNotices(store, clock);
    }

    public PracticeExport export() {
        return new PracticeExport(store, clock, rooms.scorer());
    }

    public InstantSource clock() {
        return clock;
    }
}
