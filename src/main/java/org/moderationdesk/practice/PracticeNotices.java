package org.moderationdesk.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.Store;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** What practice has to tell somebody. Not for the JavaFX thread. */
public final class PracticeNotices {
    /** So long is one told of what is over. */
    private static final Duration TOLD = Duration.ofDays(30);

    private static final int MOST_QUESTIONED = 50;

    private final Store store;
    private final InstantSource clock;

    public PracticeNotices(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * For one person; all of it unread.
     *
     * @param language of what sets are called
     */
    public List<Notice> of(Person person, Language language) {
        if (!Rights.has(person, Right.PRACTISE)) {
            return List.of();
        }
        Instant now = clock.instant();
        Instant since = now.minus(TOLD);
        return store.read(handle -> {
            List<Notice> all = new ArrayList<>();
            Set<String> done = new HashSet<>();
            RunRows.ofPerson(handle, person.name()).stream()
                    .filter(Run::isOver)
                    .map(Run::assignmentId)
                    .forEach(done::add);
            for (Assignment one : AssignmentRows.ofPerson(handle, person.name())) {
                if (!done.contains(one.id())) {
                    SetRow.find(handle, one.setId())
                            .filter(set -> set.state() == SetState.PUBLISHED)
                            .ifPresent(set -> all.add(asked(one, set, language)));
                }
            }
            DisputeRows.rescored(handle, person.name(), since).forEach(one -> all.add(rescored(one)));
            DisputeRows.ofPerson(handle, person.name()).stream()
                    .filter(one -> one.ruledAt() != null && one.ruledAt().isAfter(since))
                    .forEach(one -> all.add(ruled(one)));
            NoteRows.ofPerson(handle, person.name(), since).stream()
                    .filter(one -> !one.words().isEmpty())
                    .forEach(one -> all.add(noted(one)));
            if (Rights.has(person, Right.TRAIN)) {
                DisputeRows.open(handle, MOST_QUESTIONED).forEach(one -> all.add(questioned(one)));
            }
            Set<String> lasting = CertificateRows.good(handle, person.name(), now.plus(Certifying.SOON));
            CertificateRows.ofPerson(handle, person.name()).stream()
                    .filter(one -> one.isGood(now) && !lasting.contains(one.certification()))
                    .forEach(one -> all.add(ends(one)));
            return all;
        });
    }

    private static Notice asked(Assignment one, SetRow set, Language language) {
        String title = set.newest().terms().title().in(language);
        return notice("assignment " + one.id(), Notice.Kind.PRACTISE, one.id(), "", one.madeBy(), title, one.madeAt());
    }

    private static Notice rescored(Rescored one) {
        String key = "rescored " + one.runId() + " " + one.version();
        return notice(key, Notice.Kind.RESCORED, one.runId(), one.itemId(), one.by(), one.why(), one.at());
    }

    private static Notice ruled(Dispute one) {
        String by = one.ruledBy() == null ? "" : one.ruledBy();
        String words = one.ruling() == null ? "" : one.ruling();
        Instant at = one.ruledAt() == null ? one.at() : one.ruledAt();
        return notice("ruled " + one.id(), Notice.Kind.KEY_RULED, one.runId(), one.itemId(), by, words, at);
    }

    private static Notice noted(TrainerNote one) {
        String item = one.itemId() == null ? "" : one.itemId();
        return notice(
                "noted " + one.id(), Notice.Kind.TRAINER_NOTE, one.runId(), item, one.by(), one.words(), one.at());
    }

    private static Notice questioned(Dispute one) {
        return notice(
                "questioned " + one.id(),
                Notice.Kind.KEY_QUESTIONED,
                one.id(),
                one.itemId(),
                one.person(),
                one.reason(),
                one.at());
    }

    private static Notice ends(Certificate one) {
        String name = one.certification();
        return notice("ends " + one.id(), Notice.Kind.CERTIFICATE_ENDS, name, name, "", "", one.until());
    }

    private static Notice notice(
            String key, Notice.Kind kind, String about, String itemId, String who, String words, Instant at) {
        return new Notice(key, kind, about, itemId, who, words, at, false);
    }
}
