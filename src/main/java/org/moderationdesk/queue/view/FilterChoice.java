package org.moderationdesk.queue.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.queue.CaseFilter;

/** One thing that a filter asks for, and how to add it to a filter or take it away again. */
sealed interface FilterChoice {
    record OfKind(ItemKind kind) implements FilterChoice {}

    record OfSeverity(Severity severity) implements FilterChoice {}

    record InChapter(int chapter) implements FilterChoice {}

    record InSection(String code) implements FilterChoice {}

    record InLanguage(String tag) implements FilterChoice {}

    record InRegion(String code) implements FilterChoice {}

    record LateOnly() implements FilterChoice {}

    record OpenFor(int hours) implements FilterChoice {}

    /** Everything that this filter asks for, in the order in which chips show it; not the words searched for. */
    static List<FilterChoice> of(CaseFilter filter) {
        var choices = new ArrayList<FilterChoice>();
        if (filter.lateOnly()) {
            choices.add(new LateOnly());
        }
        new TreeSet<>(filter.kinds()).forEach(kind -> choices.add(new OfKind(kind)));
        new TreeSet<>(filter.severities()).descendingSet().forEach(severity -> choices.add(new OfSeverity(severity)));
        new TreeSet<>(filter.chapters()).forEach(chapter -> choices.add(new InChapter(chapter)));
        new TreeSet<>(filter.sections()).forEach(code -> choices.add(new InSection(code)));
        new TreeSet<>(filter.languages()).forEach(tag -> choices.add(new InLanguage(tag)));
        new TreeSet<>(filter.regions()).forEach(code -> choices.add(new InRegion(code)));
        if (filter.minAgeHours() > 0) {
            choices.add(new OpenFor(filter.minAgeHours()));
        }
        return List.copyOf(choices);
    }

    default boolean isIn(CaseFilter filter) {
        return of(filter).contains(this);
    }

    /** The filter with this choice, or without it. */
    default CaseFilter put(CaseFilter filter, boolean wanted) {
        Edit edit = new Edit(filter);
        switch (this) {
            case OfKind(ItemKind kind) -> edit.kinds = changed(filter.kinds(), kind, wanted);
            case OfSeverity(Severity severity) -> edit.severities = changed(filter.severities(), severity, wanted);
            case InChapter(int chapter) -> edit.chapters = changed(filter.chapters(), chapter, wanted);
            case InSection(String code) -> edit.sections = changed(filter.sections(), code, wanted);
            case InLanguage(String tag) -> edit.languages = changed(filter.languages(), tag, wanted);
            case InRegion(String code) -> edit.regions = changed(filter.regions(), code, wanted);
            case LateOnly() -> edit.lateOnly = wanted;
            case OpenFor(int hours) -> edit.minAgeHours = wanted ? hours : 0;
        }
        return edit.filter(filter.queue());
    }

    /** The same questions, asked of another queue. */
    static CaseFilter inQueue(CaseFilter filter, @Nullable String queue) {
        return new Edit(filter).filter(queue);
    }

    /** Nothing asked for but the queue. */
    static CaseFilter cleared(CaseFilter filter) {
        return inQueue(CaseFilter.all(), filter.queue());
    }

    private static <T extends Comparable<T>> Set<T> changed(Set<T> before, T value, boolean wanted) {
        var after = new TreeSet<T>(before);
        if (wanted) {
            after.add(value);
        } else {
            after.remove(value);
        }
        return after;
    }

    /** A filter that is being changed. */
    final class Edit {
        private final CaseFilter before;
        private Set<Integer> chapters;
        private Set<String> sections;
        private Set<ItemKind> kinds;
        private Set<Severity> severities;
        private Set<String> languages;
        private Set<String> regions;
        private boolean lateOnly;
        private int minAgeHours;

        Edit(CaseFilter before) {
            this.before = before;
            chapters = before.chapters();
            sections = before.sections();
            kinds = before.kinds();
            severities = before.severities();
            languages = before.languages();
            regions = before.regions();
            lateOnly = before.lateOnly();
            minAgeHours = before.minAgeHours();
        }

        CaseFilter filter(@Nullable String queue) {
            return new CaseFilter(
                    queue,
                    chapters,
                    sections,
                    kinds,
                    severities,
                    languages,
                    regions,
                    lateOnly,
                    minAgeHours,
                    before.includeHeld(),
                    before.text(),
                    before.except());
        }
    }
}
