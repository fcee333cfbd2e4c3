package org.moderationdesk.items.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.items.Report;
import org.moderationdesk.media.view.PlayerModel;
import org.moderationdesk.media.view.TimeFlag;
import org.moderationdesk.media.view.TimeSpan;

/** Evidence in a clip: a first press marks where it begins, a second where it ends. JavaFX thread only. */
final class ClipMarks {
    private static final int MOST_BINS = 60;
    private static final String FROM = "fromMs";
    private static final String TO = "toMs";

    private final ItemModel model;
    private final PlayerModel playing;
    private final Supplier<EvidenceMark.@Nullable Box> box;
    private final BooleanSupplier boxDrawn;
    private int media;
    private @Nullable Long beganMs;

    /** @param box the box that is drawn, taken; null where none is */
    ClipMarks(
            ItemModel model, PlayerModel playing, Supplier<EvidenceMark.@Nullable Box> box, BooleanSupplier boxDrawn) {
        this.model = model;
        this.playing = playing;
        this.box = box;
        this.boxDrawn = boxDrawn;
    }

    void begin(int which) {
        media = which;
        beganMs = null;
    }

    boolean isOpen() {
        return beganMs != null;
    }

    /** The beginning that is marked is taken back. */
    void forget() {
        beganMs = null;
    }

    private long nowMs() {
        long now = playing.positionProperty().get() / 1_000;
        OpenItem open = model.shownProperty().get();
        List<MediaFile> files = open == null ? List.of() : open.file().item().media();
        Long length = media < files.size() ? files.get(media).durationMs() : null;
        return length == null ? now : Math.min(now, length);
    }

    /** Marks where the evidence begins, or, the second time, where it ends; without a clause nothing. */
    void mark() {
        Long began = beganMs;
        if (!model.mayMark()) {
            return;
        }
        if (model.clauseProperty().get() == null) {
            // Nothing can be marked without one: the screen says so.
            model.mark(place(nowMs(), nowMs(), null));
        } else if (began == null) {
            beganMs = nowMs();
        } else {
            beganMs = null;
            add(Math.min(began, nowMs()), Math.max(began, nowMs()));
        }
    }

    /** Marks the frame that is seen, or the moment that is heard. */
    void markPoint() {
        beganMs = null;
        add(nowMs(), nowMs());
    }

    private void add(long fromMs, long toMs) {
        boolean may = model.mayMark() && model.clauseProperty().get() != null;
        model.mark(place(fromMs, toMs, may && boxDrawn.getAsBoolean() ? box.get() : null));
    }

    private ItemModel.Place place(long fromMs, long toMs, EvidenceMark.@Nullable Box drawn) {
        return clause -> new EvidenceMark.InMedia(clause, media, fromMs, toMs, drawn, null);
    }

    /** What is marked in this clip, as flags on its time line. */
    List<TimeFlag> flags() {
        var flags = new ArrayList<TimeFlag>();
        List<EvidenceMark> marks = model.marks();
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i) instanceof EvidenceMark.InMedia in && in.media() == media && in.fromMs() != null) {
                long to = in.toMs() == null ? in.fromMs() : in.toMs();
                flags.add(new TimeFlag(EvidenceWords.name(i), span(in.fromMs(), to), false));
            }
        }
        Long began = beganMs;
        if (began != null) {
            flags.add(new TimeFlag(EvidenceWords.name(marks.size()), span(began, began), true));
        }
        return flags;
    }

    /** What L plays over and over: the span at the position, else the one marked last; null without any. */
    @Nullable
    TimeSpan toLoop() {
        Long began = beganMs;
        long now = playing.positionProperty().get();
        if (began != null && now > began * 1_000) {
            return new TimeSpan(began * 1_000, now);
        }
        TimeSpan found = null;
        for (TimeFlag flag : flags()) {
            TimeSpan span = flag.span();
            if (span.toMicros() > span.fromMicros()) {
                found = span;
                if (now >= span.fromMicros() && now <= span.toMicros()) {
                    return span;
                }
            }
        }
        return found;
    }

    private static TimeSpan span(long fromMs, long toMs) {
        return new TimeSpan(fromMs * 1_000, Math.max(fromMs, toMs) * 1_000);
    }

    /** How many reports of the open case point at each part of the clip; empty where none says a time. */
    List<Double> reports() {
        OpenItem open = model.shownProperty().get();
        long duration = playing.durationProperty().get();
        if (open == null
                || duration <= 0
                || media != FileShape.spoken(open.file().item())) {
            return List.of();
        }
        int bins = (int) Math.clamp(Math.round(duration / 1e6), 1, MOST_BINS);
        var counts = new double[bins];
        boolean any = false;
        for (var one : open.file().reports()) {
            Report report = one.report();
            if (report.extra().get(FROM) instanceof Number from && one.open()) {
                long to = report.extra().get(TO) instanceof Number until ? until.longValue() : from.longValue();
                int last = bin(to, duration, bins);
                for (int i = bin(from.longValue(), duration, bins); i <= last; i++) {
                    counts[i]++;
                    any = true;
                }
            }
        }
        return any ? Arrays.stream(counts).boxed().toList() : List.of();
    }

    private static int bin(long ms, long duration, int bins) {
        return (int) Math.clamp(ms * 1_000 * bins / duration, 0, bins - 1L);
    }
}
