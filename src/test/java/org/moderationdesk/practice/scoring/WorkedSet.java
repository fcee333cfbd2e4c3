package org.moderationdesk.practice.scoring;

import static org.moderationdesk.decisions.Outcome.ESCALATE;
import static org.moderationdesk.decisions.Outcome.EXCEPTION;
import static org.moderationdesk.decisions.Outcome.LIMIT_REACH;
import static org.moderationdesk.decisions.Outcome.NO_VIOLATION;
import static org.moderationdesk.decisions.Outcome.REMOVE;
import static org.moderationdesk.guidelines.ExceptionGround.CARVE_OUT;
import static org.moderationdesk.guidelines.ReferralTarget.JUDICIAL_AUTHORITY;
import static org.moderationdesk.guidelines.ReferralTarget.NCMEC;
import static org.moderationdesk.practice.Field.ACCOUNT;
import static org.moderationdesk.practice.Field.EVIDENCE;
import static org.moderationdesk.practice.Field.REFERRALS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.practice.Field;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.scoring.Said.Keyed;

/** Forty answers whose worth can be worked out by hand. The item at place n took n seconds. */
final class WorkedSet {
    static final Keyed ALLOWED = Keyed.of(Set.of(), nothing());
    static final Keyed MUSEUM = Keyed.of(Set.of(Field.EXCEPTION), museum());
    static final Keyed LIMITED = Keyed.of(Set.of(), limited());
    static final Keyed TIMED = Keyed.of(Set.of(EVIDENCE), stunt().seen(2_000, 6_000));
    static final Keyed BOXED = Keyed.of(Set.of(EVIDENCE), stunt().box(0.2, 0.2, 0.4, 0.4));
    static final Keyed WRITTEN = Keyed.of(Set.of(EVIDENCE), stunt().read(0, 20));
    static final Keyed REFERRED =
            Keyed.of(Set.of(REFERRALS), material().refer(NCMEC), material().refer(NCMEC, JUDICIAL_AUTHORITY));
    static final Keyed POSING = Keyed.of(
            Set.of(ACCOUNT),
            posing().account(AccountMeasure.Type.PROFILE_CHANGE),
            posing().account(AccountMeasure.Type.BAN));
    static final Keyed UNCLEAR = Keyed.of(Set.of(), unclear());

    private final List<Reviewed> all = new ArrayList<>();
    private final boolean alternatives;

    private WorkedSet(boolean alternatives) {
        this.alternatives = alternatives;
    }

    /** @param alternatives whether keys accept more than their first answer */
    static List<Reviewed> answers(boolean alternatives) {
        var set = new WorkedSet(alternatives);
        set.times(9, ALLOWED, WorkedSet::nothing);
        set.add(ALLOWED, Said.with(LIMIT_REACH).unsure("6.1.1"));
        set.add(ALLOWED, Said.with(REMOVE).yes("6.1.1"));
        set.times(4, MUSEUM, WorkedSet::museum);
        set.add(MUSEUM, Said.with(NO_VIOLATION).no("3.2.1", "3.2.2"));
        set.add(MUSEUM, Said.with(REMOVE).yes("3.2.1"));
        set.add(MUSEUM, Said.with(REMOVE).yes("3.2.1", "3.2.2"));
        set.times(5, LIMITED, WorkedSet::limited);
        set.add(LIMITED, Said.with(NO_VIOLATION).no("5.3.1", "5.3.2", "5.3.3"));
        set.add(LIMITED, Said.with(REMOVE).yes("5.3.3"));
        set.add(TIMED, stunt().seen(2_000, 6_000));
        set.add(TIMED, stunt().seen(3_000, 7_000));
        set.add(TIMED, stunt().seen(5_000, 9_000));
        set.add(TIMED, stunt());
        set.add(BOXED, stunt().box(0.4, 0.2, 0.4, 0.4));
        set.add(WRITTEN, stunt().read(5, 20));
        set.add(REFERRED, material().refer(NCMEC));
        set.add(REFERRED, material().refer(NCMEC, JUDICIAL_AUTHORITY));
        set.add(REFERRED, material().refer(JUDICIAL_AUTHORITY));
        set.add(POSING, posing().account(AccountMeasure.Type.PROFILE_CHANGE));
        set.add(POSING, posing().account(AccountMeasure.Type.BAN));
        set.add(POSING, posing().account(AccountMeasure.Type.STRIKE));
        set.times(3, UNCLEAR, WorkedSet::unclear);
        return set.all;
    }

    private void times(int count, Keyed key, Supplier<Said> answer) {
        for (int i = 0; i < count; i++) {
            add(key, answer.get());
        }
    }

    private void add(Keyed key, Said answer) {
        all.add((alternatives ? key : key.onlyFirst()).answered(all.size() + 1, answer));
    }

    static Said nothing() {
        return Said.with(NO_VIOLATION).no("6.1.1", "6.1.2", "6.1.3", "6.1.4", "6.1.5", "6.1.6");
    }

    static Said museum() {
        return Said.with(EXCEPTION).yes("3.2.1").no("3.2.2").ground(CARVE_OUT, "3.2.c1");
    }

    static Said limited() {
        return Said.with(LIMIT_REACH).no("5.3.1", "5.3.2").unsure("5.3.3");
    }

    static Said stunt() {
        return Said.with(REMOVE).no("5.3.1", "5.3.2").yes("5.3.3");
    }

    static Said material() {
        return Said.with(REMOVE).yes("8.1.1").no("8.1.2");
    }

    static Said posing() {
        return Said.with(REMOVE).yes("9.2.1");
    }

    static Said unclear() {
        return Said.with(ESCALATE).unsure("1.1.1");
    }
}
