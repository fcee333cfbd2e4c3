package org.moderationdesk.referrals.targets;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody outside: an authority, hotline, regulator or support line, and by which rules the desk deals with them (formats
 * 3). The facts are for counsel to confirm and for an administrator to set; contact values above all.
 *
 * @param jurisdiction two letters of a state, EU, or * for anywhere
 * @param trigger when it is turned to, or what it asks
 * @param deadline {@code IMMEDIATE}, {@code PROMPT}, {@code SAME_SHIFT}, {@code NONE}, or an ISO 8601 duration such as PT1H
 * @param contact how they are reached; empty where nobody has said
 * @param minimum what is sent at least
 * @param preservationDays for how long what was sent is preserved after it arrived; 0 for not at all by this
 */
public record Target(
        String code,
        Bilingual name,
        TargetKind kind,
        Direction direction,
        List<Purpose> purposes,
        String jurisdiction,
        Bilingual legalBasis,
        Duty duty,
        Bilingual trigger,
        String deadline,
        ClockStart clock,
        Channel channel,
        String contact,
        List<Needed> minimum,
        int preservationDays,
        UserNotice notice,
        Bilingual note) {
    /** The longest that anything is preserved, in days. */
    public static final int MOST_DAYS = 3_660;

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,29}");
    private static final Pattern PLACE = Pattern.compile("[A-Z]{2}|\\*");
    private static final Set<String> WORDS = Set.of("IMMEDIATE", "PROMPT", "SAME_SHIFT", "NONE");
    private static final int LONGEST_CONTACT = 300;

    public Target {
        purposes = List.copyOf(purposes);
        minimum = List.copyOf(minimum);
        contact = contact.strip();
        require(isCode(code), "a code");
        require(isJurisdiction(jurisdiction), "a jurisdiction");
        require(!purposes.isEmpty(), "a purpose");
        require(isDeadline(deadline), "a deadline");
        require(isClock(clock, deadline), "a clock for the deadline");
        require(isContact(contact), "a contact on one line");
        require(preservationDays >= 0 && preservationDays <= MOST_DAYS, "a number of days");
    }

    public static boolean isCode(String words) {
        return CODE.matcher(words).matches();
    }

    public static boolean isJurisdiction(String words) {
        return PLACE.matcher(words).matches();
    }

    public static boolean isDeadline(String words) {
        return WORDS.contains(words) || duration(words).isPresent();
    }

    /** Whether a deadline can count from there: one in hours counts from something. */
    public static boolean isClock(ClockStart clock, String deadline) {
        return clock != ClockStart.NONE || duration(deadline).isEmpty();
    }

    public static boolean isContact(String words) {
        String one = words.strip();
        return one.length() <= LONGEST_CONTACT && one.chars().noneMatch(Character::isISOControl);
    }

    /** How long there is from the start of the clock; empty where no time in hours is set. */
    public Optional<Duration> within() {
        return duration(deadline);
    }

    public boolean serves(Purpose purpose) {
        return purposes.contains(purpose);
    }

    private static Optional<Duration> duration(String words) {
        try {
            return Optional.of(Duration.parse(words)).filter(Duration::isPositive);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("not " + what);
        }
    }
}
