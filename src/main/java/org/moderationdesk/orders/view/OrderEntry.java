package org.moderationdesk.orders.view;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.orders.NewOrder;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.OrderRefused;
import org.moderationdesk.orders.OrderRules;
import org.moderationdesk.orders.Subject;
import org.moderationdesk.referrals.targets.Target;

/**
 * A new order as it was typed, and what is wrong with it. Anything may be missing.
 *
 * @param received empty where what was typed is no moment
 * @param amount how long they give, counted in the unit; empty for what the law gives
 * @param until the last day that they want it kept
 * @param items one a line
 * @param places one a line
 */
record OrderEntry(
        @Nullable OrderKind kind,
        @Nullable Target target,
        String authority,
        String reference,
        String authentication,
        Optional<OffsetDateTime> received,
        String amount,
        ChronoUnit unit,
        String until,
        String items,
        String places,
        @Nullable Path document,
        boolean nonDisclosure,
        boolean childSafety) {
    private static final LocalTime LAST = LocalTime.of(23, 59);
    private static final int MOST_DIGITS = 6;

    /** Where something can be wrong, in the order of the form. Each has its words under {@code orders.fault.}. */
    enum Field {
        KIND,
        TARGET,
        AUTHORITY,
        REFERENCE,
        PROVED,
        RECEIVED,
        WITHIN,
        UNTIL,
        SUBJECTS,
        DOCUMENT
    }

    /** The key of the words about what is wrong, by field; empty where it can be sent. */
    Map<Field, String> faults(Instant now, ZoneId zone) {
        Map<Field, String> faults = new EnumMap<>(Field.class);
        @Nullable OrderKind ordered = kind;
        @Nullable Target by = target;
        check(faults, Field.KIND, ordered != null);
        check(faults, Field.TARGET, by != null);
        check(faults, Field.AUTHORITY, OrderRules.isLine(authority));
        check(faults, Field.REFERENCE, OrderRules.isLine(reference));
        check(faults, Field.PROVED, OrderRules.isAuthentication(authentication));
        check(
                faults,
                Field.RECEIVED,
                received.filter(at -> OrderRules.isReceived(at.toInstant(), now))
                        .isPresent());
        if (by != null && (!isAmount() || OrderRules.within(by, within()).isEmpty())) {
            faults.put(
                    Field.WITHIN, OrderRules.byLaw(by).isPresent() ? "orders.fault.WITHIN.law" : "orders.fault.WITHIN");
        }
        if (ordered == OrderKind.PRESERVATION) {
            Instant from = received.map(OffsetDateTime::toInstant).orElse(now);
            check(faults, Field.UNTIL, OrderRules.isUntil(ordered, from, kept(zone)));
        }
        check(faults, Field.SUBJECTS, OrderRules.areSubjects(subjects()));
        return faults;
    }

    private static void check(Map<Field, String> faults, Field field, boolean holds) {
        if (!holds) {
            faults.put(field, "orders.fault." + field);
        }
    }

    /** Where what the store refuses was typed; empty where it is of no field. */
    static Optional<Field> of(OrderRefused.Why why) {
        return switch (why) {
            case NO_SUCH_TARGET -> Optional.of(Field.TARGET);
            case FORMAT -> Optional.of(Field.AUTHORITY);
            case RECEIVED -> Optional.of(Field.RECEIVED);
            case WITHIN -> Optional.of(Field.WITHIN);
            case UNTIL -> Optional.of(Field.UNTIL);
            case SUBJECTS, NO_SUCH_ITEM -> Optional.of(Field.SUBJECTS);
            case DOCUMENT -> Optional.of(Field.DOCUMENT);
            case NO_SUCH_ORDER, ENDED, NOT_STOPPED, TIME, WORDS -> Optional.empty();
        };
    }

    /** By when it is to be done; empty as long as that is not said. */
    Optional<Instant> due() {
        return target == null || !isAmount()
                ? Optional.empty()
                : received.flatMap(at -> OrderRules.within(target, within()).map(at.toInstant()::plus));
    }

    /** @throws IllegalStateException where something of it is at fault */
    NewOrder order(ZoneId zone, byte @Nullable [] bytes) {
        if (kind == null || target == null) {
            throw new IllegalStateException("not whole");
        }
        return new NewOrder(
                kind,
                target.code(),
                authority,
                reference,
                authentication,
                received.orElseThrow(),
                within(),
                kind == OrderKind.PRESERVATION ? kept(zone) : null,
                nonDisclosure,
                childSafety,
                subjects(),
                bytes);
    }

    private boolean isAmount() {
        String typed = amount.strip();
        return typed.length() <= MOST_DIGITS && typed.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    private @Nullable Duration within() {
        return amount.isBlank() ? null : Duration.of(Long.parseLong(amount.strip()), unit);
    }

    /** The end of the day that was typed; null where it is none. */
    private @Nullable Instant kept(ZoneId zone) {
        try {
            return LocalDate.parse(until.strip()).atTime(LAST).atZone(zone).toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }

    private List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        items.lines().filter(line -> !line.isBlank()).forEach(line -> subjects.add(new Subject(line.strip(), "")));
        places.lines().filter(line -> !line.isBlank()).forEach(line -> subjects.add(new Subject(null, line)));
        return subjects;
    }
}
