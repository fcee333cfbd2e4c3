package org.moderationdesk.orders;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.referrals.targets.Direction;
import org.moderationdesk.referrals.targets.Target;
import org.moderationdesk.referrals.targets.TargetKind;

/** What an order and a step must be to be taken. Whoever asks for one asks the same before it is sent. */
public final class OrderRules {
    private static final int LONGEST_WORDS = 4_000;
    private static final int SHORTEST_WORDS = 10;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_AUTHENTICATION = 500;
    private static final int MOST_SUBJECTS = 500;
    private static final int LARGEST_DOCUMENT = 10 << 20;
    private static final Duration DRIFT = Duration.ofMinutes(1);
    private static final Duration OLDEST = Duration.ofDays(366);
    private static final Duration LONGEST_HOLD = Duration.ofDays(Target.MOST_DAYS);
    private static final Duration LONGEST_TERM = Duration.ofDays(366);

    private OrderRules() {}

    /** Whether it is words on one line, as who gave it and what they call it are. */
    public static boolean isLine(String words) {
        return isWords(words, LONGEST_LINE);
    }

    /** Whether it says how it was made sure that an order is of who it says it is of. */
    public static boolean isAuthentication(String words) {
        return isWords(words, LONGEST_AUTHENTICATION);
    }

    private static boolean isWords(String words, int longest) {
        String said = words.strip();
        return !said.isEmpty() && said.length() <= longest && said.chars().noneMatch(Character::isISOControl);
    }

    public static boolean areSubjects(List<Subject> subjects) {
        return !subjects.isEmpty()
                && subjects.size() <= MOST_SUBJECTS
                && subjects.stream().allMatch(Subject::isUsable);
    }

    /** Whether an order can have come in then. */
    public static boolean isReceived(Instant received, Instant now) {
        return !received.isAfter(now.plus(DRIFT)) && !received.isBefore(now.minus(OLDEST));
    }

    /** Whether something can have been done then about an order that came in at that moment. */
    public static boolean isDone(Instant done, Instant received, Instant now) {
        return !done.isBefore(received) && !done.isAfter(now.plus(DRIFT));
    }

    /** Whether it says what was done. */
    public static boolean isDone(String words) {
        int length = words.strip().length();
        return length >= SHORTEST_WORDS && length <= LONGEST_WORDS;
    }

    /** Whether such an order is kept until that moment; null for one that does not say until when. */
    public static boolean isUntil(OrderKind kind, Instant received, @Nullable Instant until) {
        return (until != null) == (kind == OrderKind.PRESERVATION)
                && (until == null || until.isAfter(received) && until.isBefore(received.plus(LONGEST_HOLD)));
    }

    /** Whether somebody outside is one who can order something. */
    public static boolean canOrder(Target target) {
        return target.direction() == Direction.IN || target.kind() == TargetKind.AUTHORITY;
    }

    /** How long the law gives an order of theirs; empty where they say it themselves. */
    public static Optional<Duration> byLaw(Target target) {
        return target.direction() == Direction.IN ? target.within() : Optional.empty();
    }

    /**
     * How long there is.
     *
     * @param given how long they give; null for what the law gives
     * @return empty where that cannot be: nobody says it, or it is longer than the law gives
     */
    public static Optional<Duration> within(Target target, @Nullable Duration given) {
        Optional<Duration> most = byLaw(target);
        return given == null
                ? most
                : Optional.of(given)
                        .filter(Duration::isPositive)
                        .filter(one -> one.compareTo(most.orElse(LONGEST_TERM)) <= 0);
    }

    static boolean isDocument(byte @Nullable [] document) {
        return document == null || document.length > 0 && document.length <= LARGEST_DOCUMENT;
    }

    /**
     * A document to be given to {@link Orders}, which refuses one that is empty or too large; of that no more is read than
     * tells it. Not for the JavaFX thread.
     */
    public static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST_DOCUMENT + 1);
        }
    }
}
