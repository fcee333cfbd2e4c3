package org.moderationdesk.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.LiveStream;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.items.Reach;
import org.moderationdesk.items.Report;
import org.moderationdesk.items.Signal;
import org.moderationdesk.items.ThreadComment;
import org.moderationdesk.items.TimedText;

/**
 * A copy of a real item under another id and other names. Left out is what the desk format does not name, where it is on
 * the web, hashes, and when it was made; media stay what they are, under cover, by names that say nothing.
 */
final class Pseudonymised {
    private final Pseudonyms names;
    private final Item real;
    private final List<Report> reports;
    private final String id;

    Pseudonymised(Pseudonyms names, Item real, List<Report> reports, String id) {
        this.names = names;
        this.real = real;
        this.reports = reports;
        this.id = id;
        Author author = real.author();
        if (author != null) {
            names.know(author.handle());
            names.know(author.displayName());
        }
        real.thread().forEach(comment -> names.know(comment.author()));
        reports.forEach(report -> names.know(report.reporter()));
    }

    FlaggedItem copy() {
        return new FlaggedItem(item(), reports(), real.author() != null);
    }

    private Item item() {
        return new Item(
                id,
                real.kind(),
                real.version(),
                text(real.text()),
                real.language(),
                real.region(),
                null,
                null,
                author(real.author()),
                media(),
                spoken(real.transcript()),
                spoken(real.onScreenText()),
                live(),
                thread(),
                reach(),
                real.signals().stream()
                        .map(one -> new Signal(one.name(), one.score(), one.threshold(), one.source(), Map.of()))
                        .toList(),
                List.of(),
                Map.of());
    }

    private @Nullable LiveStream live() {
        LiveStream live = real.live();
        return live == null
                ? null
                : new LiveStream(live.state(), live.startedAt(), live.viewers(), live.segmentMs(), Map.of());
    }

    private @Nullable Reach reach() {
        Reach reach = real.reach();
        return reach == null ? null : new Reach(reach.views(), reach.shares(), reach.viewsPerHour(), Map.of());
    }

    private @Nullable String text(@Nullable String said) {
        return said == null ? null : names.text(said);
    }

    private @Nullable Author author(@Nullable Author author) {
        return author == null
                ? null
                : new Author(
                        names.id(author.id()),
                        author.handle() == null ? null : names.handle(author.handle()),
                        author.displayName() == null ? null : names.name(author.displayName()),
                        text(author.bio()),
                        null,
                        author.age(),
                        author.ageSource(),
                        author.followers(),
                        author.country(),
                        author.deviceIds().stream().map(names::id).toList(),
                        author.priorMeasures().stream()
                                .map(one -> new Author.PriorMeasure(
                                        null, one.measure(), one.clause(), one.at(), one.expiresAt(), Map.of()))
                                .toList(),
                        Map.of());
    }

    private List<MediaFile> media() {
        List<MediaFile> files = new ArrayList<>();
        for (MediaFile file : real.media()) {
            String path = file.path() == null ? null : "media-" + (files.size() + 1);
            files.add(new MediaFile(
                    path, file.mime(), file.sha256(), file.width(), file.height(), file.durationMs(), Map.of()));
        }
        return files;
    }

    private List<TimedText> spoken(List<TimedText> lines) {
        return lines.stream()
                .map(line -> {
                    var translations = new TreeMap<String, String>();
                    line.translations().forEach((language, words) -> translations.put(language, names.text(words)));
                    return new TimedText(line.fromMs(), line.toMs(), names.text(line.text()), translations, Map.of());
                })
                .toList();
    }

    private List<ThreadComment> thread() {
        List<ThreadComment> comments = new ArrayList<>();
        for (ThreadComment comment : real.thread()) {
            comments.add(new ThreadComment(
                    "c-" + (comments.size() + 1),
                    comment.author() == null ? null : names.handle(comment.author()),
                    names.text(comment.text()),
                    comment.at(),
                    Map.of()));
        }
        return comments;
    }

    private List<Report> reports() {
        List<Report> copies = new ArrayList<>();
        for (Report report : reports) {
            copies.add(new Report(
                    "r-" + (copies.size() + 1),
                    report.source(),
                    report.reporter() == null ? null : names.id(report.reporter()),
                    text(report.reason()),
                    text(report.note()),
                    report.sections(),
                    report.at(),
                    Map.of()));
        }
        return copies;
    }

    /** A mark where it is in the copy. */
    EvidenceMark mark(EvidenceMark mark) {
        return switch (mark) {
            case EvidenceMark.InMedia media ->
                new EvidenceMark.InMedia(
                        media.clause(), media.media(), media.fromMs(), media.toMs(), media.box(), text(media.note()));
            case EvidenceMark.InText text -> {
                RewrittenText moved = names.rewrite(said(text));
                yield new EvidenceMark.InText(
                        text.clause(),
                        text.in(),
                        text.index(),
                        moved.from(text.from()),
                        moved.to(text.to()),
                        text(text.note()));
            }
        };
    }

    private String said(EvidenceMark.InText mark) {
        Author author = real.author();
        @Nullable
        String said =
                switch (mark.in()) {
                    case TEXT -> real.text();
                    case BIO -> author == null ? null : author.bio();
                    case TRANSCRIPT -> real.transcript().get(mark.index()).text();
                    case ON_SCREEN -> real.onScreenText().get(mark.index()).text();
                    case THREAD -> real.thread().get(mark.index()).text();
                };
        return said == null ? "" : said;
    }
}
