package org.moderationdesk.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.Reach;
import org.moderationdesk.items.Report;

/**
 * Gives an item of practice the looks of the one beside which it comes in: ids of the same shape, times of the same hour
 * and as exact, as much reach, no reason where that has none. Its words, its author's age and history and what its reports
 * name stay its own, since the key goes by them.
 */
final class Dressing {
    private static final int TRIES = 200;
    private static final int SPREAD_SECONDS = 600;

    private final FlaggedItem model;
    private final Random random;
    private final Predicate<String> isFree;

    /**
     * @param model that it lies beside
     * @param random seeded: the same seed dresses the same way
     * @param isFree whether no item has an id
     */
    Dressing(FlaggedItem model, Random random, Predicate<String> isFree) {
        this.model = model;
        this.random = random;
        this.isFree = isFree;
    }

    FlaggedItem of(FlaggedItem practice) {
        Item own = practice.item();
        Item beside = model.item();
        String id = freeId(beside.id());
        var item = new Item(
                id,
                own.kind(),
                1,
                own.text(),
                own.language() == null ? beside.language() : own.language(),
                beside.region(),
                beside.postedAt() == null ? null : earlier(beside.postedAt()),
                beside.url() == null ? null : beside.url().replace(beside.id(), id),
                author(own.author()),
                own.media(),
                own.transcript(),
                own.onScreenText(),
                own.live(),
                own.thread(),
                reach(beside.reach()),
                own.signals(),
                own.hashes(),
                Map.of());
        List<Report> reports = practice.reports().stream().map(this::report).toList();
        return new FlaggedItem(item, reports, practice.historyGiven());
    }

    private String freeId(String beside) {
        for (int tried = 0; tried < TRIES; tried++) {
            String like = like(beside);
            if (isFree.test(like)) {
                return like;
            }
        }
        return freeId(beside + random.nextInt(10));
    }

    /** With other digits and, where there are few digits, other letters too; of the same length and case. */
    private String like(String given) {
        boolean lettersToo = given.chars().filter(Character::isDigit).count() < 3;
        var made = new StringBuilder();
        char before = ' ';
        for (int i = 0; i < given.length(); i++) {
            char c = given.charAt(i);
            if (c >= '0' && c <= '9') {
                boolean leads = before < '0' || before > '9';
                made.append((char) (leads && c != '0' ? '1' + random.nextInt(9) : '0' + random.nextInt(10)));
            } else if (lettersToo && c >= 'a' && c <= 'z' && made.length() > 0) {
                made.append((char) ('a' + random.nextInt(26)));
            } else {
                made.append(c);
            }
            before = c;
        }
        return made.toString();
    }

    private @Nullable Author author(@Nullable Author own) {
        if (own == null) {
            return null;
        }
        Author beside = model.item().author();
        return new Author(
                like(beside == null ? own.id() : beside.id()),
                own.handle(),
                own.displayName(),
                own.bio(),
                own.createdAt(),
                own.age(),
                own.ageSource(),
                own.followers(),
                own.country(),
                own.deviceIds().stream().map(this::like).toList(),
                own.priorMeasures(),
                Map.of());
    }

    private @Nullable Reach reach(@Nullable Reach beside) {
        return beside == null
                ? null
                : new Reach(near(beside.views()), near(beside.shares()), near(beside.viewsPerHour()), Map.of());
    }

    private @Nullable Long near(@Nullable Long count) {
        return count == null ? null : (Long) Math.round(count * (0.5 + random.nextDouble()));
    }

    private Report report(Report own) {
        Report beside = model.reports().getFirst();
        @Nullable String shape = beside.source() == own.source() ? beside.reporter() : own.reporter();
        return new Report(
                like(beside.id()),
                own.source(),
                shape == null ? null : like(shape),
                beside.reason() == null ? null : own.reason(),
                beside.note() == null ? null : own.note(),
                own.sections(),
                earlier(beside.at()),
                Map.of());
    }

    private Instant earlier(Instant than) {
        // A fraction of a second among whole ones would tell.
        return than.toEpochMilli() % 1_000 == 0
                ? than.minusSeconds(1L + random.nextInt(SPREAD_SECONDS))
                : than.minus(Duration.ofMillis(1 + random.nextLong(SPREAD_SECONDS * 1_000L)));
    }
}
