package org.moderationdesk.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Ids;
import org.moderationdesk.decisions.WhatWasSeen.Looks;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.RowState;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.MediaSpan;
import org.moderationdesk.queue.Claim;

/** Writes each uncovering of content, and sums them up for the decision. */
final class StoredLooks {
    private static final String INSERT = """
        insert into look (id, case_id, item_id, version, media, person, form, at, millis, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String INSERT_SPAN =
            "insert into look_span (look_id, from_ms, to_ms, event_seq) values (?, ?, ?, ?)";
    private static final String INSERT_WHY =
            "insert into sealed_look (look_id, reason, note, event_seq) values (?, ?, ?, ?)";
    private static final String FIND =
            "select form, at, version, media, person, event_seq, millis from look where id = ?";
    private static final String END = "update look set millis = ?, event_seq = ? where id = ? and event_seq = ?";
    private static final String OF_CASE = """
        select l.media, l.form, l.millis, s.from_ms, s.to_ms, w.reason
          from look l
          left join look_span s on s.look_id = l.id
          left join sealed_look w on w.look_id = l.id
         where l.case_id = ? and l.person = ? and l.version = ?
        """;

    private StoredLooks() {}

    /** Writes a look that has just ended. */
    static void add(Act act, Claim claim, int version, Look look) {
        var row = new Row(
                Ids.next(act.at()),
                claim,
                version,
                look.media(),
                look.form(),
                act.at().toEpochMilli() - look.millis(),
                look.millis());
        var told = new ArrayList<>(List.of(row.insert(act)));
        var facts = new TreeMap<String, Object>(row.facts());
        MediaSpan span = look.span();
        if (span != null) {
            act.handle().execute(INSERT_SPAN, row.id(), span.fromMs(), span.toMs(), act.next());
            told.add(ReviewTables.LOOK_SPAN.added(row.id(), span.fromMs(), span.toMs()));
            facts.put("fromMs", span.fromMs());
            facts.put("toMs", span.toMs());
        }
        act.append(new Entry(EventKind.LOOKED, claim.caseId(), claim.itemId(), facts, told));
    }

    /** Tells the log alone that the metadata of a sealed file was opened; a look it is once it was shown to its end. */
    static void tellOpened(Act act, Claim claim, int media) {
        var facts = new TreeMap<String, Object>();
        facts.put("media", media);
        facts.put("form", LookForm.METADATA.name());
        facts.put("sealed", "BEGUN");
        facts.put("token", claim.token());
        act.append(new Entry(EventKind.LOOKED, claim.caseId(), claim.itemId(), facts, List.of()));
    }

    /** Writes that a look at sealed content begins, at its longest: so it stands if the desk dies meanwhile. */
    static String begin(Act act, Claim claim, int version, Look look, SealedWhy why) {
        var row = new Row(
                Ids.next(act.at()),
                claim,
                version,
                look.media(),
                look.form(),
                act.at().toEpochMilli(),
                look.millis());
        RowState told = row.insert(act);
        String note = act.keep(why.note());
        act.handle().execute(INSERT_WHY, row.id(), why.reason().name(), note, act.next());
        var facts = new TreeMap<String, Object>(row.facts());
        facts.put("sealed", "BEGUN");
        facts.put("reason", why.reason().name());
        facts.put("note", note);
        act.append(new Entry(
                EventKind.LOOKED,
                claim.caseId(),
                claim.itemId(),
                facts,
                List.of(told, ReviewTables.SEALED_LOOK.added(row.id(), why.reason(), note))));
        return row.id();
    }

    /**
     * Writes how long a look at sealed content really was.
     *
     * @return when it began, and how long it counted so far
     */
    static Counted end(Act act, Claim claim, String id, long millis) {
        Begun begun = act.handle()
                .createQuery(FIND)
                .bind(0, id)
                .map((rows, _) -> new Begun(
                        new Row(
                                id,
                                claim,
                                rows.getInt(3),
                                rows.getInt(4),
                                LookForm.valueOf(rows.getString(1)),
                                rows.getLong(2),
                                millis),
                        rows.getString(5),
                        rows.getLong(6),
                        rows.getLong(7)))
                .one();
        act.handle().execute(END, millis, act.next(), id, begun.was());
        var facts = new TreeMap<String, Object>(begun.row().facts());
        facts.put("sealed", "ENDED");
        RowState told = ReviewTables.LOOK.changed(id, begun.was(), begun.row().values(begun.person()));
        act.append(new Entry(EventKind.LOOKED, claim.caseId(), claim.itemId(), facts, List.of(told)));
        return new Counted(Instant.ofEpochMilli(begun.row().at()), begun.millis());
    }

    /** A look as it counts. */
    record Counted(Instant from, long millis) {}

    static List<Looks> of(Handle handle, long caseId, String person, int version) {
        var sums = new TreeMap<String, Sum>();
        handle.createQuery(OF_CASE)
                .bind(0, caseId)
                .bind(1, person)
                .bind(2, version)
                .map((rows, _) -> {
                    Long from = rows.getObject(4, Long.class);
                    return new Told(
                            rows.getInt(1),
                            rows.getString(2),
                            rows.getLong(3),
                            from == null ? null : new MediaSpan(from, rows.getLong(5)),
                            rows.getString(6));
                })
                .forEach(told -> sums.computeIfAbsent(
                                "%06d %s".formatted(told.media(), told.form()), _ -> new Sum(told.media(), told.form()))
                        .add(told));
        return sums.values().stream().map(Sum::looks).toList();
    }

    private record Told(
            int media,
            String form,
            long millis,
            @Nullable MediaSpan span,
            @Nullable String reason) {}

    private record Begun(Row row, String person, long was, long millis) {}

    /** One row as it is written. */
    private record Row(String id, Claim claim, int version, int media, LookForm form, long at, long millis) {
        RowState insert(Act act) {
            act.handle()
                    .execute(
                            INSERT,
                            id,
                            claim.caseId(),
                            claim.itemId(),
                            version,
                            media,
                            claim.holder(),
                            form.name(),
                            at,
                            millis,
                            act.next());
            return ReviewTables.LOOK.added(id, values(claim.holder()));
        }

        Object[] values(String person) {
            return new Object[] {claim.caseId(), claim.itemId(), version, media, person, form, at, millis};
        }

        Map<String, Object> facts() {
            var facts = new LinkedHashMap<String, Object>();
            facts.put("look", id);
            facts.put("media", media);
            facts.put("form", form.name());
            facts.put("millis", millis);
            facts.put("token", claim.token());
            return facts;
        }
    }

    /** Looks at one file in one form, together. */
    private static final class Sum {
        private final int media;
        private final String form;
        private final List<MediaSpan> spans = new ArrayList<>();
        private final TreeSet<String> reasons = new TreeSet<>();
        private int times;
        private long millis;

        Sum(int media, String form) {
            this.media = media;
            this.form = form;
        }

        void add(Told told) {
            times++;
            millis += told.millis();
            if (told.span() != null) {
                spans.add(told.span());
            }
            if (told.reason() != null) {
                reasons.add(told.reason());
            }
        }

        Looks looks() {
            return new Looks(media, form, times, millis, MediaSpan.joined(spans), List.copyOf(reasons));
        }
    }
}
