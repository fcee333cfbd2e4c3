package org.moderationdesk.queue.view;

import org.moderationdesk.items.view.Count;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;

/** How the choices of a filter are called on their chips. */
final class FilterWords {
    private final ItemWords words;

    FilterWords(ItemWords words) {
        this.words = words;
    }

    String of(FilterChoice choice) {
        return switch (choice) {
            case FilterChoice.OfKind(var kind) -> words.kind(kind);
            case FilterChoice.OfSeverity(var severity) -> words.severity(severity);
            case FilterChoice.InChapter(int chapter) ->
                words.texts().get("queue.filter.chapter", Integer.toString(chapter), chapterName(chapter));
            case FilterChoice.InSection(String code) -> code + " " + words.section(code);
            case FilterChoice.InLanguage(String tag) -> words.language(tag);
            case FilterChoice.InRegion(String code) -> SafeLine.of(code);
            case FilterChoice.LateOnly() -> words.texts().get("queue.filter.late");
            case FilterChoice.OpenFor(int hours) ->
                hours % 24 == 0
                        ? words.texts().get("queue.filter.days." + Count.form(hours / 24), hours / 24)
                        : words.texts().get("queue.filter.hours", hours);
        };
    }

    private String chapterName(int chapter) {
        return words.book().chapters().stream().anyMatch(known -> known.number() == chapter)
                ? words.bookWords().chapter(chapter)
                : "";
    }
}
