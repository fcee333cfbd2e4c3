package org.moderationdesk.referrals.targets;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A target as somebody enters it, which may not be one yet.
 *
 * @param deadline one of the words, hours as a whole number, or an ISO 8601 duration
 * @param days for how long what was sent is preserved, as a whole number
 */
public record TargetEntry(
        String code,
        Words name,
        TargetKind kind,
        Direction direction,
        List<Purpose> purposes,
        String jurisdiction,
        Words basis,
        Duty duty,
        Words trigger,
        String deadline,
        ClockStart clock,
        Channel channel,
        String contact,
        List<Needed> minimum,
        String days,
        UserNotice notice,
        Words note) {
    public TargetEntry {
        purposes = List.copyOf(purposes);
        minimum = List.copyOf(minimum);
    }

    /** In both languages, as typed. */
    public record Words(String en, String nl) {
        boolean isWhole() {
            return Bilingual.isWords(en) && Bilingual.isWords(nl);
        }

        Bilingual bilingual() {
            return new Bilingual(en, nl);
        }
    }

    /** Where something can be wrong. */
    public enum Field {
        CODE,
        NAME,
        PURPOSES,
        JURISDICTION,
        BASIS,
        TRIGGER,
        DEADLINE,
        CLOCK,
        CONTACT,
        DAYS,
        NOTE
    }

    /** Where it is no target yet; empty where it is one. */
    public Set<Field> faults() {
        Set<Field> faults = EnumSet.noneOf(Field.class);
        check(faults, Field.CODE, Target.isCode(code));
        check(faults, Field.NAME, name.isWhole());
        check(faults, Field.PURPOSES, !purposes.isEmpty());
        check(faults, Field.JURISDICTION, Target.isJurisdiction(jurisdiction));
        check(faults, Field.BASIS, basis.isWhole());
        check(faults, Field.TRIGGER, trigger.isWhole());
        check(faults, Field.DEADLINE, Target.isDeadline(within()));
        check(faults, Field.CLOCK, Target.isClock(clock, within()));
        check(faults, Field.CONTACT, Target.isContact(contact));
        check(faults, Field.DAYS, days.matches("\\d{1,4}") && Integer.parseInt(days) <= Target.MOST_DAYS);
        check(faults, Field.NOTE, note.isWhole());
        return faults;
    }

    /** @throws IllegalArgumentException where {@link #faults()} names something */
    public Target target() {
        return new Target(
                code,
                name.bilingual(),
                kind,
                direction,
                purposes,
                jurisdiction,
                basis.bilingual(),
                duty,
                trigger.bilingual(),
                within(),
                clock,
                channel,
                contact,
                minimum,
                Integer.parseInt(days),
                notice,
                note.bilingual());
    }

    private String within() {
        String typed = deadline.strip().toUpperCase(Locale.ROOT);
        return typed.matches("\\d{1,5}") ? "PT" + Integer.parseInt(typed) + "H" : typed;
    }

    private static void check(Set<Field> faults, Field field, boolean holds) {
        if (!holds) {
            faults.add(field);
        }
    }
}
