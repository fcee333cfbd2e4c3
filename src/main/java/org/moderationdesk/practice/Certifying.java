package org.moderationdesk.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.base.Ids;
import org.moderationdesk.db.Store;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.queue.Certified;
import org.moderationdesk.staff.KnownPeople;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Certificates: who passed what a certification asks for gets one from somebody who trains, who is somebody else. What the
 * runs are worth is computed anew for it. Not for the JavaFX thread; safe for any other.
 */
public final class Certifying {
    /** Before its end a certificate is spoken of. */
    public static final Duration SOON = Duration.ofDays(30);

    private static final int MOST = 5_000;
    private static final int MOST_DAYS = 3_660;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}");

    private final Store store;
    private final InstantSource clock;
    private final Scorer scorer;

    public Certifying(Store store, InstantSource clock, Scorer scorer) {
        this.store = store;
        this.clock = clock;
        this.scorer = scorer;
    }

    /** By name, also withdrawn ones. */
    public List<Certification> all(Person viewer) {
        Rights.require(viewer, Right.PRACTISE);
        return store.read(CertificateRows::all);
    }

    /**
     * Sets what a certification asks for, under a new name or one that is there.
     *
     * @throws PracticeRefused when the name cannot be one, a set is not there, or score and days make no sense
     */
    public Certification put(Person trainer, Certification wanted) {
        Rights.require(trainer, Right.TRAIN);
        boolean fits = NAME.matcher(wanted.name()).matches()
                && !wanted.sets().isEmpty()
                && wanted.percent() >= 0
                && wanted.percent() <= 100
                && wanted.validDays() >= 1
                && wanted.validDays() <= MOST_DAYS;
        if (!fits) {
            throw new PracticeRefused(Why.CERTIFICATION, MOST_DAYS);
        }
        Instant now = now();
        return store.write(handle -> {
            wanted.sets().forEach(set -> SetRow.need(handle, set));
            CertificateRows.put(handle, trainer, now, wanted);
            Journal.tell(
                    handle,
                    trainer,
                    now,
                    Journal.Act.CERTIFICATION_SET,
                    wanted.name(),
                    Map.of("sets", wanted.sets(), "percent", wanted.percent(), "days", wanted.validDays()));
            return wanted;
        });
    }

    /** Nobody gets it any more; certificates that were given stay good until their end. */
    public void withdraw(Person trainer, String name) {
        Rights.require(trainer, Right.TRAIN);
        Instant now = now();
        boolean _ = store.write(handle -> {
            if (!CertificateRows.withdraw(handle, name)) {
                throw new PracticeRefused(Why.UNKNOWN_CERTIFICATION, name);
            }
            Journal.tell(handle, trainer, now, Journal.Act.CERTIFICATION_WITHDRAWN, name, Map.of());
            return true;
        });
    }

    /** One's own, the one that lasts longest first. */
    public List<Certificate> own(Person person) {
        Rights.require(person, Right.PRACTISE);
        return store.read(handle -> CertificateRows.ofPerson(handle, person.name()));
    }

    /** Everybody's, the one that lasts longest first, at most 5,000. */
    public List<Certificate> everybodys(Person trainer) {
        Rights.require(trainer, Right.TRAIN);
        return store.read(handle -> CertificateRows.everybodys(handle, MOST));
    }

    /**
     * One of them: one's own, or anybody's for who trains.
     *
     * @throws PracticeRefused when there is none that this person may see
     */
    public Certificate find(Person viewer, String certificateId) {
        Rights.require(viewer, Right.PRACTISE);
        return store.read(handle -> CertificateRows.find(handle, certificateId)
                .filter(one -> one.person().equals(viewer.name()) || Rights.has(viewer, Right.TRAIN))
                .orElseThrow(() -> new PracticeRefused(Why.UNKNOWN_CERTIFICATE, certificateId)));
    }

    /** Somebody who passed what a certification asks for. */
    public record Earned(String person, Certification certification, List<String> runs) {
        public Earned {
            runs = List.copyOf(runs);
        }
    }

    /** Who could be given a certificate now: nobody who has one that is not about to end. */
    public List<Earned> earned(Person trainer) {
        Rights.require(trainer, Right.TRAIN);
        Instant now = now();
        return store.read(handle -> {
            List<Earned> all = new ArrayList<>();
            for (Certification one : CertificateRows.all(handle)) {
                Set<String> people =
                        new TreeSet<>(CertificateRows.who(handle, one.sets().getFirst()));
                for (String person : one.withdrawn() ? Set.<String>of() : people) {
                    if (!lasts(handle, one, person, now)) {
                        earned(handle, one, person, now).ifPresent(all::add);
                    }
                }
            }
            return all;
        });
    }

    /** Whether somebody has one that lasts beyond {@link #SOON}, or half of its days where that is less. */
    private static boolean lasts(Handle handle, Certification one, String person, Instant now) {
        Duration half = Duration.ofDays(one.validDays()).dividedBy(2);
        Duration soon = half.compareTo(SOON) < 0 ? half : SOON;
        return CertificateRows.good(handle, person, now.plus(soon)).contains(one.name());
    }

    private Optional<Earned> earned(Handle handle, Certification one, String person, Instant now) {
        // A run that is older than a certificate would last proves nothing of today.
        Instant after = now.minus(Duration.ofDays(one.validDays()));
        List<String> runs = new ArrayList<>();
        for (String set : one.sets()) {
            Optional<String> passed = CertificateRows.runs(handle, set, person, after).stream()
                    .filter(run -> passes(handle, one, RunRows.find(handle, run).orElseThrow()))
                    .findFirst();
            if (passed.isEmpty()) {
                return Optional.empty();
            }
            runs.add(passed.get());
        }
        return Optional.of(new Earned(person, one, runs));
    }

    /** The score that is stored is asked first, since it costs nothing; the one computed anew decides. */
    private boolean passes(Handle handle, Certification one, Run run) {
        return run.score() != null
                && isEnough(one, run.score())
                && isEnough(one, new Scoring(scorer).worth(handle, run));
    }

    private static boolean isEnough(Certification one, Score score) {
        return score.passed() && score.hundredths() >= one.percent() * 100;
    }

    /**
     * Gives somebody a certificate from now on.
     *
     * @throws PracticeRefused when they have not earned it, have one that is not about to end, or it would be one's own
     */
    public Certificate certify(Person trainer, String person, String certification) {
        Rights.require(trainer, Right.TRAIN);
        Instant now = now();
        return store.write(handle -> {
            Certification one = CertificateRows.all(handle).stream()
                    .filter(other -> other.name().equals(certification) && !other.withdrawn())
                    .findFirst()
                    .orElseThrow(() -> new PracticeRefused(Why.UNKNOWN_CERTIFICATION, certification));
            if (person.equals(trainer.name()) && !KnownPeople.areNone(handle)) {
                throw new PracticeRefused(Why.OWN_CERTIFICATE);
            }
            if (lasts(handle, one, person, now)) {
                throw new PracticeRefused(Why.HELD, person, certification);
            }
            Earned earned = earned(handle, one, person, now)
                    .orElseThrow(() -> new PracticeRefused(Why.NOT_EARNED, person, certification));
            var given = new Certificate(
                    Ids.next(now),
                    certification,
                    person,
                    now,
                    now.plus(Duration.ofDays(one.validDays())),
                    earned.runs(),
                    null);
            CertificateRows.give(handle, trainer, given);
            Journal.tell(
                    handle,
                    trainer,
                    now,
                    Journal.Act.CERTIFIED,
                    given.id(),
                    Map.of("person", person, "certification", certification, "runs", earned.runs()));
            return given;
        });
    }

    /** Takes a certificate back at once. */
    public void takeBack(Person trainer, String certificateId) {
        Rights.require(trainer, Right.TRAIN);
        Instant now = now();
        boolean _ = store.write(handle -> {
            if (!CertificateRows.takeBack(handle, trainer, now, certificateId)) {
                throw new PracticeRefused(Why.UNKNOWN_CERTIFICATE, certificateId);
            }
            Journal.tell(handle, trainer, now, Journal.Act.CERTIFICATE_TAKEN_BACK, certificateId, Map.of());
            return true;
        });
    }

    /** Says what somebody holds: what a queue asks that demands a certificate. */
    public static Certified by(InstantSource clock) {
        return (handle, person) -> CertificateRows.good(handle, person, clock.instant());
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
