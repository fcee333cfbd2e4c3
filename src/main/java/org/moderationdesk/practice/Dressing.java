package org.moderationdesk.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.intake.Alongside.Content;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.MediaFile;
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
    private final Beside files;
    private final Random random;
    private final Free free;

    /**
     * @param model that it lies beside
     * @param files that its own are given the looks of
     * @param random seeded: the same seed dresses the same way
     */
    Dressing(FlaggedItem model, Beside files, Random random, Free free) {
        this.model = model;
        this.files = files;
        this.random = random;
        this.free = free;
    }

    /** The files of the model or of another case of its kind, by whose id they may be named. */
    record Beside(String id, List<MediaFile> files) {}

    /** Whether nothing and nobody on the desk has an id: what is decided on a test must reach nobody else. */
    interface Free {
        boolean item(String id);

        boolean account(String id);

        boolean reporter(String id);
    }

    /** Whether these can be given the looks of those beside them: as many at least, and telling of no less than they do. */
    static boolean fit(List<MediaFile> own, List<MediaFile> beside) {
        for (int i = 0; i < own.size(); i++) {
            if (i >= beside.size() || !fits(own.get(i), beside.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(MediaFile own, MediaFile beside) {
        return (own.path() == null) == (beside.path() == null)
                && (own.mime() != null || beside.mime() == null)
                && (own.width() != null || beside.width() == null)
                && (own.height() != null || beside.height() == null)
                && (own.durationMs() != null || beside.durationMs() == null);
    }

    FlaggedItem of(FlaggedItem practice) {
        Item own = practice.item();
        Item beside = model.item();
        String id = free(beside.id(), free::item);
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
                media(own.media(), id),
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

    /** The same, its files under the hashes that they have, where it names them by hashes. */
    static FlaggedItem named(FlaggedItem dressed, Map<Integer, Content> contents) {
        List<MediaFile> files = new ArrayList<>();
        for (MediaFile file : dressed.item().media()) {
            @Nullable Content content = contents.get(files.size());
            files.add(
                    file.sha256() == null || content == null
                            ? file
                            : new MediaFile(
                                    file.path(),
                                    file.mime(),
                                    HiddenFiles.hash(content),
                                    file.width(),
                                    file.height(),
                                    file.durationMs(),
                                    file.extra()));
        }
        return new FlaggedItem(with(dressed.item(), files), dressed.reports(), dressed.historyGiven());
    }

    private static Item with(Item item, List<MediaFile> files) {
        return new Item(
                item.id(),
                item.kind(),
                item.version(),
                item.text(),
                item.language(),
                item.region(),
                item.postedAt(),
                item.url(),
                item.author(),
                files,
                item.transcript(),
                item.onScreenText(),
                item.live(),
                item.thread(),
                item.reach(),
                item.signals(),
                item.hashes(),
                item.extra());
    }

    private List<MediaFile> media(List<MediaFile> own, String id) {
        List<MediaFile> dressed = new ArrayList<>();
        for (MediaFile file : own) {
            MediaFile beside = files.files().get(dressed.size());
            dressed.add(new MediaFile(
                    file.path() == null || beside.path() == null ? null : path(file.path(), beside.path(), id),
                    beside.mime() == null ? null : file.mime(),
                    beside.sha256() == null ? null : file.sha256(),
                    beside.width() == null ? null : file.width(),
                    beside.height() == null ? null : file.height(),
                    beside.durationMs() == null ? null : file.durationMs(),
                    Map.of()));
        }
        return dressed;
    }

    /** In the same folder and named in the same way, with the ending of what it is. */
    private String path(String own, String beside, String id) {
        int name = Math.max(beside.lastIndexOf('/'), beside.lastIndexOf('\\')) + 1;
        int dot = beside.indexOf('.', name);
        String stem = beside.substring(name, dot < 0 ? beside.length() : dot);
        String named = stem.contains(files.id()) ? stem.replace(files.id(), id) : like(stem);
        return beside.substring(0, name) + named + (dot < 0 ? "" : "." + HiddenFiles.ending(own));
    }

    private String free(String beside, Predicate<String> isFree) {
        for (int tried = 0; tried < TRIES; tried++) {
            String like = like(beside);
            if (isFree.test(like)) {
                return like;
            }
        }
        return free(beside + random.nextInt(10), isFree);
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
                free(beside == null ? own.id() : beside.id(), free::account),
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
                shape == null ? null : free(shape, free::reporter),
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
