package org.moderationdesk.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.Report;

/**
 * One case of {@code resources/sample}, as it was written down. Texts may hold choices, such as
 * {@code {a parcel|a garden gnome}}.
 *
 * @param id of the first item made of it
 * @param score of the signal that belongs to the chapter
 * @param picture shared by all templates that name it; a clip too
 * @param priorMeasures each a measure and a clause, such as {@code STRIKE 5.3.3}
 */
record Template(
        @Nullable String id,
        ItemKind kind,
        List<String> sections,
        String language,
        @Nullable String region,
        String text,
        String handle,
        @Nullable String displayName,
        @Nullable String bio,
        @Nullable Integer age,
        @Nullable String ageSource,
        List<String> priorMeasures,
        List<Told> reports,
        List<Said> transcript,
        List<String> onScreenText,
        List<Written> thread,
        @Nullable Integer views,
        @Nullable Integer viewsPerHour,
        @Nullable String liveState,
        @Nullable Double score,
        boolean hasHash,
        @Nullable Scene scene,
        @Nullable String picture,
        @Nullable Special special,
        @Nullable OddFile odd) {

    Template {
        sections = orEmpty(sections);
        priorMeasures = orEmpty(priorMeasures);
        reports = orEmpty(reports);
        transcript = orEmpty(transcript);
        onScreenText = orEmpty(onScreenText);
        thread = orEmpty(thread);
    }

    String chapter() {
        String first = sections.getFirst();
        return first.substring(0, first.indexOf('.'));
    }

    boolean live() {
        return "RUNNING".equals(liveState);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Reports of one kind. */
    record Told(
            Report.Source source,
            int count,
            String reason,
            @Nullable String note) {}

    /** What is said, and the same in the other language. */
    record Said(String text, @Nullable String translation) {}

    /** A comment around the item. */
    record Written(String author, String text) {}

    /** What makes an item unlike others of its kind. */
    enum Special {
        THREAT_TO_LIFE,
        LONG_LINE,
        MISSING_FILE,
        OTHER_HASH
    }
}
