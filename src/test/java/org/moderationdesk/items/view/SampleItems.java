package org.moderationdesk.items.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.AccountFile;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.CaseReport;
import org.moderationdesk.items.ContentHash;
import org.moderationdesk.items.Duplicate;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.LiveStream;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.items.Reach;
import org.moderationdesk.items.Report;
import org.moderationdesk.items.ReportGroup;
import org.moderationdesk.items.Signal;
import org.moderationdesk.items.ThreadComment;
import org.moderationdesk.items.TimedText;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.queue.Priority;

/** Opened cases for tests and pictures, harmless and full of everything. */
final class SampleItems {
    static final Instant NOW = Instant.parse("2026-11-17T14:06:00Z");
    static final String HOLDER = "Noor de Wit";
    private static final String HASH = "9f3c71d0".repeat(7) + "0a11e21a";

    private SampleItems() {}

    static OpenItem image() {
        return open(
                item(ItemKind.IMAGE, "One-hand knife trick while cooking #keukentruc", List.of(photo(), photo())),
                false);
    }

    static OpenItem video() {
        var clip = new MediaFile("media/20418.mp4", "video/mp4", HASH, 1080, 1920, 23_000L, Map.of());
        return open(item(ItemKind.VIDEO, "One-hand knife trick while cooking #keukentruc", List.of(clip)), false);
    }

    /** Two clips and a picture. */
    static OpenItem mixed(boolean sealed) {
        var clip = new MediaFile("media/20418.mp4", "video/mp4", HASH, 1080, 1920, 23_000L, Map.of());
        var second = new MediaFile("media/20418-2.mp4", "video/mp4", HASH, 1080, 1920, 9_000L, Map.of());
        return open(item(ItemKind.VIDEO, "One-hand knife trick while cooking", List.of(clip, second, photo())), sealed);
    }

    static OpenItem audio() {
        var clip = new MediaFile("media/20419.mp3", "audio/mpeg", HASH, null, null, 23_000L, Map.of());
        return open(item(ItemKind.AUDIO, "Prank-call sketch about a lost cat", List.of(clip)), false);
    }

    static OpenItem text(String words) {
        return open(item(ItemKind.TEXT, words, List.of()), false);
    }

    static OpenItem account() {
        return open(item(ItemKind.ACCOUNT, null, List.of()), false);
    }

    static OpenItem sealed() {
        return open(item(ItemKind.IMAGE, "words that are not shown", List.of(photo())), true);
    }

    /** A livestream that has run for 19 minutes, of which a minute is recorded. */
    static OpenItem livestream(LiveStream.State state) {
        Item kept = item(ItemKind.LIVESTREAM, "Live: raketlancering met frisdrank", List.of());
        var live = new LiveStream(state, NOW.minus(Duration.ofMinutes(19)), 310L, 15_000L, Map.of());
        return open(
                new Item(
                        "L-00872",
                        kept.kind(),
                        kept.version(),
                        kept.text(),
                        kept.language(),
                        kept.region(),
                        kept.postedAt(),
                        kept.url(),
                        kept.author(),
                        List.of(new MediaFile("a.mp4", "video/mp4", null, 768, 432, 62_000L, Map.of())),
                        List.of(),
                        List.of(),
                        live,
                        kept.thread(),
                        kept.reach(),
                        kept.signals(),
                        kept.hashes(),
                        kept.extra()),
                false);
    }

    /** The same without its files. */
    static OpenItem without(OpenItem open, MediaFile.State why) {
        ItemFile file = open.file();
        return new OpenItem(
                open.row(),
                open.claim(),
                new ItemFile(
                        file.item(),
                        file.versions(),
                        file.arrivedAt(),
                        file.reports(),
                        file.reportGroups(),
                        file.reportsInAll(),
                        file.mediaStates().stream().map(_ -> why).toList(),
                        file.account(),
                        file.duplicates()),
                open.known());
    }

    static OpenItem heldByMilan() {
        OpenItem mine = image();
        CaseRow row = row(mine.file().item(), false, "Milan");
        return new OpenItem(row, null, mine.file(), mine.known());
    }

    /** A picture of nothing: soft stripes. */
    static PictureSource.Shown stripes() {
        int width = 300;
        int height = 400;
        var argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int x = i % width;
            int y = i / width;
            boolean bright = (x / 60 + y / 80) % 2 == 0;
            argb[i] = 0xFF000000 | (bright ? 0xE0A040 : 0x3060A0) + ((y / 4) & 0x1F);
        }
        return new PictureSource.Shown(width, height, argb, 1080, 1440);
    }

    static OpenItem open(Item item, boolean sealed) {
        var file = new ItemFile(
                item,
                List.of(2, 1),
                NOW.minus(Duration.ofMinutes(50)),
                reports(),
                groups(),
                14,
                item.media().stream().map(_ -> MediaFile.State.STORED).toList(),
                new AccountFile(author(), List.of()),
                duplicates());
        var claim = new Claim(7, item.id(), HOLDER, 1, NOW, NOW.plus(Duration.ofSeconds(552)));
        var other = row(item(ItemKind.COMMENT, "Wie durft er mee?", List.of()), false, null);
        return new OpenItem(
                row(item, sealed, HOLDER),
                claim,
                file,
                new OpenItem.Known(
                        1,
                        List.of(new HistoryLine(
                                Instant.parse("2026-08-03T10:12:00Z"), "No violation, version 1", "Priya")),
                        List.of(other),
                        List.of(
                                new HistoryLine(NOW, "Claimed", HOLDER),
                                new HistoryLine(NOW.minus(Duration.ofMinutes(50)), "Imported", ""))));
    }

    private static CaseRow row(Item item, boolean sealed, @Nullable String holder) {
        return new CaseRow(
                7,
                item.id(),
                item.kind(),
                CaseRow.State.LEASED,
                "general",
                List.of(sealed ? "8.1" : "5.3"),
                sealed ? Severity.CRITICAL : Severity.HIGH,
                sealed ? "" : "One-hand knife trick while cooking",
                item.language(),
                item.region(),
                14,
                NOW.minus(Duration.ofMinutes(50)),
                NOW.plus(Duration.ofMinutes(12)),
                null,
                new Priority(List.of(new Priority.Part("severity", 20_000)), NOW.plus(Duration.ofMinutes(12))),
                sealed,
                sealed,
                "2020-12",
                holder);
    }

    static Item item(ItemKind kind, @Nullable String text, List<MediaFile> media) {
        boolean spoken = kind == ItemKind.VIDEO || kind == ItemKind.IMAGE;
        return new Item(
                "V-20418",
                kind,
                2,
                text,
                "nl",
                "NL",
                Instant.parse("2026-11-17T13:22:00Z"),
                "https://example.org/v/20418",
                author(),
                media,
                kind == ItemKind.VIDEO ? spoken() : List.of(),
                spoken ? List.of(timed(9_000, "#mestruc #durfjij", "#knifetrick #doyoudare")) : List.of(),
                null,
                thread(),
                new Reach(8_412L, 40L, 950L, Map.of()),
                List.of(
                        signal("dangerous_act", 0.91, 0.70),
                        signal("weapon", 0.34, 0.80),
                        signal("person_under_18", 0.08, 0.40),
                        signal("graphic", 0.05, 0.60),
                        signal("spam", 0.02, 0.75)),
                List.of(new ContentHash("PDQ", "f8f8f0f0".repeat(8), 92, Map.of())),
                Map.of("soundMatch", "none", "uploadedWith", Map.of("app", "mobile", "build", 4120)));
    }

    private static Signal signal(String name, double score, double line) {
        return new Signal(name, score, line, "model v12", Map.of());
    }

    private static List<TimedText> spoken() {
        return List.of(
                timed(2_000, "Kijk, zonder handschoen…", "Look, no glove…"),
                timed(6_000, "…hoog gooien en weer vangen", "…toss it high and catch it"),
                timed(11_000, "Doe dit thuis ook eens!", "Try this one at home!"),
                timed(15_000, "Oei, bijna!", "Whoa, close one!"));
    }

    private static TimedText timed(long from, String text, String english) {
        return new TimedText(from, from + 3_000, text, Map.of("en", english), Map.of());
    }

    private static List<ThreadComment> thread() {
        var comments = new ArrayList<ThreadComment>();
        comments.add(new ThreadComment("c-1", "@kookfan", "Knap gedaan!", NOW.minusSeconds(2_400), Map.of()));
        comments.add(new ThreadComment(
                "c-2",
                "@moeder_van_drie",
                "Mijn zoon deed dit na. Het ging net goed.",
                NOW.minusSeconds(1_800),
                Map.of()));
        for (int i = 3; i <= 52; i++) {
            comments.add(new ThreadComment("c-" + i, "@kijker" + i, "Reactie nummer " + i, null, Map.of()));
        }
        return comments;
    }

    private static Author author() {
        return new Author(
                "u-7",
                "@snijplank_sem",
                "Snijplank Sem",
                "Ik kook, snijd en lach. Zie https://good.example@kok.example/recept",
                Instant.parse("2024-01-05T00:00:00Z"),
                23,
                Author.AgeSource.SELF_DECLARED,
                8_120L,
                "NL",
                List.of("d-1"),
                List.of(
                        new Author.PriorMeasure(
                                null,
                                "STRIKE",
                                "5.3.3",
                                Instant.parse("2026-06-01T09:00:00Z"),
                                Instant.parse("2026-12-01T09:00:00Z"),
                                Map.of()),
                        new Author.PriorMeasure(
                                null, "WARNING", "10.1.1", Instant.parse("2025-03-01T09:00:00Z"), null, Map.of())),
                Map.of());
    }

    private static MediaFile photo() {
        return new MediaFile("media/20418.jpg", "image/jpeg", HASH, 1080, 1440, null, Map.of());
    }

    private static List<ReportGroup> groups() {
        return List.of(
                group("Dangerous challenge", Report.Source.USER, null, 9, 0.71, 41, 5),
                group("“Kids will copy this”", Report.Source.USER, null, 3, 0.64, 26, 8),
                group("Unsafe use of a tool", Report.Source.TRUSTED_FLAGGER, null, 1, 0.92, 19, 19),
                group("Sharp object seen", Report.Source.CLASSIFIER, "Model v12", 1, null, 44, 44));
    }

    private static ReportGroup group(
            String why,
            Report.Source source,
            @Nullable String who,
            int count,
            @Nullable Double right,
            int first,
            int last) {
        return new ReportGroup(
                why,
                source,
                who,
                NOW.minus(Duration.ofMinutes(first)),
                NOW.minus(Duration.ofMinutes(last)),
                count,
                right);
    }

    private static List<CaseReport> reports() {
        var reports = new ArrayList<CaseReport>();
        reports.add(report("r-1", "My son tried the toss after seeing this. Nobody was hurt.", Map.of()));
        int[] seconds = {1, 3, 4, 5, 5, 6, 6, 7, 7, 7, 8, 8, 9, 10, 12, 13, 14, 14, 15, 15, 15, 16, 16, 17, 20};
        for (int second : seconds) {
            reports.add(report("r-" + reports.size() + "s", "", Map.of("fromMs", second * 1_000)));
        }
        return reports;
    }

    private static CaseReport report(String id, String note, Map<String, Object> extra) {
        var report = new Report(
                id,
                Report.Source.USER,
                "u-91",
                "\u201cKids will copy this\u201d",
                note,
                List.of("5.3"),
                NOW.minusSeconds(900),
                extra);
        return new CaseReport(report, 7, true, NOW.minusSeconds(890));
    }

    private static List<Duplicate> duplicates() {
        return List.of(
                duplicate("V-20391", Duplicate.Why.SAME_FILE, true),
                duplicate("V-20377", Duplicate.Why.SAME_FILE, true),
                duplicate("V-19002", Duplicate.Why.SAME_TEXT_AND_AUTHOR, false));
    }

    private static Duplicate duplicate(String id, Duplicate.Why why, boolean open) {
        return new Duplicate(id, ItemKind.IMAGE, why, open, "One-hand knife trick, again", "u-7");
    }
}
