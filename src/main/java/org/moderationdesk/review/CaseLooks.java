package org.moderationdesk.review;

import java.time.Instant;
import java.util.function.Consumer;
import org.moderationdesk.items.Item;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.wellbeing.Looked;
import org.moderationdesk.wellbeing.Wellbeing;

/** Records each uncovering of content, and counts it towards exposure; each one transaction. */
public final class CaseLooks {
    private final EventLog log;
    private final Wellbeing wellbeing;
    private final Holds holds;

    public CaseLooks(EventLog log, Wellbeing wellbeing, Holds holds) {
        this.log = log;
        this.wellbeing = wellbeing;
        this.holds = holds;
    }

    /** Knows who holds a case: by a lease, or as a second review. */
    @FunctionalInterface
    public interface Holds {
        /** The claim as it is now; refused when its holder no longer has it. */
        Claim held(Act act, Claim claim);
    }

    /**
     * Records that content was uncovered.
     *
     * @throws LookRefused for sealed content, which is looked at through {@link #openSealed} alone
     */
    public void record(Opened opened, Look look) {
        Rights.require(opened.facts().person(), Right.LOOK);
        add(opened, opened.held(), look);
    }

    void recordReading(Opened opened, Look look) {
        Person person = opened.facts().person();
        Rights.require(person, Right.LOOK);
        CaseRow row = opened.row();
        // Token 0: no lease has it.
        add(opened, new Claim(row.id(), row.itemId(), person.name(), 0, Instant.EPOCH, Instant.EPOCH), look);
    }

    private void add(Opened opened, Claim claim, Look look) {
        if (opened.row().sealed()) {
            throw new LookRefused(LookRefused.Why.SEALED);
        }
        if (look.form() == LookForm.METADATA) {
            throw new IllegalArgumentException("no look at content");
        }
        act(opened, act -> {
            StoredLooks.add(act, claim, opened.file().item().version(), look);
            wellbeing.looked(act, looked(opened, look.form(), act.at().minusMillis(look.millis()), look.millis()));
        });
    }

    /**
     * Says whether this person may read what a file says of itself, before it is read; of sealed content the log is told
     * that it was opened, whether or not it is then read to its end.
     *
     * @throws org.moderationdesk.staff.RightRefused without the right to see the file itself
     */
    public void openMetadata(Opened opened, int media) {
        boolean sealed = opened.row().sealed();
        Rights.require(opened.facts().person(), sealed ? Right.LOOK_SEALED : Right.LOOK);
        if (media < 0 || media >= opened.file().item().media().size()) {
            throw new LookRefused(LookRefused.Why.NO_SUCH_FILE);
        }
        if (sealed) {
            act(opened, act -> StoredLooks.tellOpened(act, holds.held(act, opened.held()), media));
        }
    }

    /** Records that metadata was shown to its end. It counts towards no exposure: nothing of the content was seen. */
    public void recordMetadata(Opened opened, Look look) {
        if (look.form() != LookForm.METADATA) {
            throw new IllegalArgumentException("a look at content");
        }
        Rights.require(opened.facts().person(), opened.row().sealed() ? Right.LOOK_SEALED : Right.LOOK);
        act(
                opened,
                act -> StoredLooks.add(
                        act,
                        holds.held(act, opened.held()),
                        opened.file().item().version(),
                        look));
    }

    /** As {@link Review#openSealed}. */
    public SealedOpening openSealed(Opened opened, int media, LookForm form, SealedWhy why) {
        Rights.require(opened.facts().person(), Right.LOOK_SEALED);
        Item item = opened.file().item();
        if (!opened.row().sealed()) {
            throw new LookRefused(LookRefused.Why.NOT_SEALED);
        }
        if (!SealedOpening.FORMS.contains(form)) {
            throw new LookRefused(LookRefused.Why.FORM);
        }
        if (media < 0 || media >= item.media().size()) {
            throw new LookRefused(LookRefused.Why.NO_SUCH_FILE);
        }
        String id = log.record(opened.facts().person().name(), act -> {
            Claim claim = holds.held(act, opened.held());
            var look = new Look(media, form, SealedOpening.LONGEST.toMillis(), null);
            wellbeing.looked(act, looked(opened, form, act.at(), look.millis()));
            return StoredLooks.begin(act, claim, item.version(), look, why);
        });
        return new SealedOpening(opened, id, media, form);
    }

    /** Records that a look at sealed content has ended, after so long. */
    public void endSealed(SealedOpening opening, long millis) {
        long counted = Math.clamp(millis, 0, SealedOpening.LONGEST.toMillis());
        Opened opened = opening.opened();
        act(opened, act -> {
            StoredLooks.Counted before = StoredLooks.end(act, opened.held(), opening.look(), counted);
            wellbeing.corrected(
                    act,
                    looked(opened, opening.form(), before.from(), before.millis()),
                    looked(opened, opening.form(), before.from(), counted));
        });
    }

    private static Looked looked(Opened opened, LookForm form, Instant from, long millis) {
        CaseRow row = opened.row();
        return new Looked(opened.facts().person().name(), row.id(), row.severity(), form, from, millis);
    }

    private void act(Opened opened, Consumer<Act> work) {
        int unused = log.record(opened.facts().person().name(), act -> {
            work.accept(act);
            return 1;
        });
    }
}
