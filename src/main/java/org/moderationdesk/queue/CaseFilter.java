package org.moderationdesk.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;

/**
 * Which cases are asked for. An empty set, null, zero and the empty text ask for nothing in particular.
 *
 * @param queue a queue by name; null for all
 * @param chapters chapter numbers that a report must point at
 * @param sections section codes that a report must point at
 * @param languages language tags; "nl" also finds "nl-BE"
 * @param lateOnly only those past their due time
 * @param minAgeHours open at least so long
 * @param includeHeld also those that somebody holds
 * @param text words in the excerpt, the item's id, or how the author's handle begins
 * @param except what is left out whatever else is asked for
 */
public record CaseFilter(
        @Nullable String queue,
        Set<Integer> chapters,
        Set<String> sections,
        Set<ItemKind> kinds,
        Set<Severity> severities,
        Set<String> languages,
        Set<String> regions,
        boolean lateOnly,
        int minAgeHours,
        boolean includeHeld,
        String text,
        Except except) {
    public CaseFilter {
        chapters = Set.copyOf(chapters);
        sections = Set.copyOf(sections);
        kinds = Set.copyOf(kinds);
        severities = Set.copyOf(severities);
        languages = Set.copyOf(languages);
        regions = Set.copyOf(regions);
        text = text.strip();
    }

    /** Every open case, of all queues, also those held. */
    public static CaseFilter all() {
        return new CaseFilter(
                null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, 0, true, "", Except.nothing());
    }

    /** Every open case of one queue. */
    public static CaseFilter ofQueue(String queue) {
        return new CaseFilter(
                queue,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false,
                0,
                true,
                "",
                Except.nothing());
    }

    /** The same, only cases that nobody holds. */
    public CaseFilter waitingOnly() {
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
                false,
                text,
                except);
    }

    /** The same, with these words searched for. */
    public CaseFilter searching(String words) {
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
                includeHeld,
                words,
                except);
    }

    /** Whether it asks for anything beyond queue and holding, so that cases must be looked at one by one. */
    public boolean isNarrow() {
        return !equals(new CaseFilter(
                queue,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false,
                0,
                includeHeld,
                "",
                Except.nothing()));
    }

    /** The same, without what this leaves out. */
    public CaseFilter leavingOut(Except what) {
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
                includeHeld,
                text,
                what);
    }

    /** The same, of these severities only; empty where none of them is asked for. */
    public Optional<CaseFilter> within(Set<Severity> these) {
        Set<Severity> both = severities.isEmpty()
                ? these
                : severities.stream().filter(these::contains).collect(Collectors.toSet());
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of(new CaseFilter(
                        queue,
                        chapters,
                        sections,
                        kinds,
                        both,
                        languages,
                        regions,
                        lateOnly,
                        minAgeHours,
                        includeHeld,
                        text,
                        except));
    }

    /** Whether the case is asked for, by everything but the author's handle, which the row does not know. */
    boolean accepts(CaseRow row, Instant now) {
        return acceptsFacts(row, now) && mentions(row);
    }

    boolean acceptsFacts(CaseRow row, Instant now) {
        return (queue == null || queue.equals(row.queue()))
                && except.permits(row.sections())
                && (includeHeld || row.claimedBy() == null)
                && (kinds.isEmpty() || kinds.contains(row.kind()))
                && (severities.isEmpty() || severities.contains(row.severity()))
                && (chapters.isEmpty() || row.sections().stream().anyMatch(this::inChapters))
                && (sections.isEmpty() || row.sections().stream().anyMatch(sections::contains))
                && (languages.isEmpty() || speaks(row.language()))
                && (regions.isEmpty() || isOneOf(regions, row.region()))
                && (!lateOnly || row.isLate(now))
                && !row.openedAt().plus(Duration.ofHours(minAgeHours)).isAfter(now);
    }

    private boolean mentions(CaseRow row) {
        if (text.isEmpty()) {
            return true;
        }
        String words = text.toLowerCase(Locale.ROOT);
        return row.excerpt().toLowerCase(Locale.ROOT).contains(words)
                || row.itemId().toLowerCase(Locale.ROOT).contains(words);
    }

    private boolean inChapters(String section) {
        int dot = section.indexOf('.');
        return dot > 0
                && chapters.stream()
                        .anyMatch(chapter -> section.substring(0, dot).equals(chapter.toString()));
    }

    private boolean speaks(@Nullable String language) {
        if (language == null) {
            return false;
        }
        int dash = language.indexOf('-');
        return isOneOf(languages, language) || dash > 0 && isOneOf(languages, language.substring(0, dash));
    }

    private static boolean isOneOf(Set<String> names, @Nullable String name) {
        return name != null && names.stream().anyMatch(name::equalsIgnoreCase);
    }
}
