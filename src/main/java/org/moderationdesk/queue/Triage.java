package org.moderationdesk.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.ChildSafety;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.Section;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.Reach;
import org.moderationdesk.items.Report;
import org.moderationdesk.settings.QueueSettings;

/** What the reports and facts of an item make of its case: sections, severity, due time, marks and points. */
final class Triage {
    private static final long POINT = 1_000;
    private static final int ADULT = 18;
    private static final int MINORS = 8;
    private static final int LONGEST_SECTIONS = 2_000;
    /** The section that a code begins with: one that the book lacks marks a case all the same, to be safe. */
    private static final Pattern SECTION_FIRST = Pattern.compile("(\\d{1,2}\\.\\d)(\\D.*)?");

    private static final Pattern SHOWABLE = Pattern.compile("[\\w.\\-]{1,20}");
    private static final SectionCode SELF_HARM = new SectionCode("5.1");

    private final Book book;
    private final QueueSettings settings;

    Triage(Book book, QueueSettings settings) {
        this.book = book;
        this.settings = settings;
    }

    String edition() {
        return book.edition();
    }

    /** Takes new reports and the newest version of the item into the case. */
    void apply(CaseState state, Item item, List<Report> added, long addedWeight, Instant now) {
        Priority before = state.priority();
        boolean hash = before.part("hash") > 0 || any(added, Triage::isHashMatch);
        boolean threat = before.part("threat") > 0 || any(added, report -> isThreatToLife(report, item));
        long weight = Priority.weight(state.points) + addedWeight;
        NavigableSet<SectionCode> known = new TreeSet<>();
        NavigableSet<String> unknown = new TreeSet<>();
        sort(state.sectionList(), known, unknown);
        added.forEach(report -> sort(report.sections(), known, unknown));

        state.reports += added.size();
        state.sections = shown(known, unknown);
        state.chapters = known.stream()
                .map(SectionCode::chapter)
                .distinct()
                .map(String::valueOf)
                .reduce((one, other) -> one + " " + other)
                .orElse("");
        ChildSafety.Mark mark = mark(added);
        state.childSafety |= mark != ChildSafety.Mark.NONE;
        state.sealed |= mark == ChildSafety.Mark.SEALED;
        state.language = cut(item.language());
        state.region = cut(item.region());
        state.excerpt = state.sealed ? "" : Excerpt.of(item);

        Severity gravest = known.stream()
                .map(this::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.LOW);
        state.severity = item.isLiveNow() || threat || hash ? gravest.raised() : gravest;
        long due = now.plus(allowance(state.severity)).toEpochMilli();
        state.dueAt = state.eventSeq == 0 ? due : Math.min(state.dueAt, due);
        boolean minor = isMinor(item.author()) || known.stream().anyMatch(code -> code.chapter() == MINORS);
        List<Priority.Part> parts = new ArrayList<>();
        parts.add(new Priority.Part("severity", severityPoints(state.severity)));
        add(parts, "reports", scaled(25, Math.log1p(weight / 1000.0) / Math.log(2), 150));
        addReach(parts, item.reach());
        add(parts, "live", item.isLiveNow() ? 100 * POINT : 0);
        add(parts, "threat", threat ? 200 * POINT : 0);
        add(parts, "minor", minor ? 60 * POINT : 0);
        add(parts, "hash", hash ? 150 * POINT : 0);
        state.points = new Priority(parts, Instant.ofEpochMilli(state.dueAt)).stored(weight);
    }

    private Severity severity(SectionCode code) {
        return book.section(code).map(Section::severity).orElse(Severity.LOW);
    }

    private Duration allowance(Severity severity) {
        return Duration.ofHours(
                switch (severity) {
                    case LOW -> settings.lowHours();
                    case MEDIUM -> settings.mediumHours();
                    case HIGH -> settings.highHours();
                    case CRITICAL -> settings.criticalHours();
                });
    }

    /** More than the longest due time apart, so that a graver case begins above a lesser one of the same age. */
    private static long severityPoints(Severity severity) {
        return switch (severity) {
            case LOW -> 100 * POINT;
            case MEDIUM -> 200 * POINT;
            case HIGH -> 400 * POINT;
            case CRITICAL -> 800 * POINT;
        };
    }

    private static void addReach(List<Priority.Part> parts, @Nullable Reach reach) {
        if (reach != null) {
            add(parts, "reach", magnitude(reach.views(), 10, 80));
            add(parts, "growth", magnitude(reach.viewsPerHour(), 10, 60));
        }
    }

    private static long magnitude(@Nullable Long count, int pointsPerTenfold, int most) {
        return count == null || count <= 0 ? 0 : scaled(pointsPerTenfold, Math.log10(1.0 + count), most);
    }

    private static long scaled(int factor, double value, int most) {
        return Math.min(most * POINT, Math.round(factor * value * POINT));
    }

    private static void add(List<Priority.Part> parts, String name, long points) {
        if (points != 0) {
            parts.add(new Priority.Part(name, points));
        }
    }

    private void sort(Collection<String> codes, NavigableSet<SectionCode> known, NavigableSet<String> unknown) {
        for (String code : codes) {
            Optional<SectionCode> section = book.sectionNamed(code);
            section.ifPresent(known::add);
            if (section.isEmpty() && SHOWABLE.matcher(code).matches()) {
                unknown.add(code);
            }
        }
    }

    private String shown(NavigableSet<SectionCode> known, NavigableSet<String> unknown) {
        List<String> codes = new ArrayList<>(known.stream()
                .sorted(Comparator.comparing(this::severity).reversed().thenComparing(Comparator.naturalOrder()))
                .map(SectionCode::value)
                .toList());
        codes.addAll(unknown);
        var shown = new StringBuilder();
        for (String code : codes) {
            if (shown.length() + 1 + code.length() <= LONGEST_SECTIONS) {
                shown.append(shown.isEmpty() ? "" : " ").append(code);
            }
        }
        return shown.toString();
    }

    private static boolean any(List<Report> reports, Predicate<Report> what) {
        return reports.stream().anyMatch(what);
    }

    private static boolean isHashMatch(Report report) {
        return report.source() == Report.Source.HASH_MATCH;
    }

    /**
     * The format has no field of its own for it: a report says so under {@code threatToLife}, or names suicide and
     * self-harm on a stream that is running now.
     */
    private boolean isThreatToLife(Report report, Item item) {
        return Boolean.TRUE.equals(report.extra().get("threatToLife"))
                || item.isLiveNow()
                        && report.sections().stream().anyMatch(code -> book.sectionNamed(code)
                                .filter(SELF_HARM::equals)
                                .isPresent());
    }

    private static ChildSafety.Mark mark(List<Report> reports) {
        return ChildSafety.of(reports.stream()
                .flatMap(report -> report.sections().stream())
                .map(SECTION_FIRST::matcher)
                .filter(Matcher::matches)
                .map(found -> new SectionCode(found.group(1)))
                .toList());
    }

    private static boolean isMinor(@Nullable Author author) {
        return author != null && author.age() != null && author.age() < ADULT;
    }

    private static @Nullable String cut(@Nullable String tag) {
        return tag == null || tag.length() <= 40 ? tag : tag.substring(0, 40);
    }
}
