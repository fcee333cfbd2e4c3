package org.moderationdesk.referrals.targets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.Item;

/** Who helps a person in need, as words for a notice to them: the lines of their region, else those of the desk's own. */
public final class SupportLines {
    private SupportLines() {}

    /** Those that can be reached there. */
    public static List<Target> of(Targets targets, String region, String own) {
        List<Target> all = targets.serving(Purpose.SUPPORT).stream()
                .filter(target -> !target.contact().isEmpty())
                .toList();
        List<Target> there = in(all, region);
        return there.isEmpty() ? in(all, own) : there;
    }

    /** A paragraph for the notice to the person concerned; empty where nobody is known who helps. */
    public static String notice(List<Target> lines, Texts texts) {
        return lines.isEmpty()
                ? ""
                : texts.get(
                        "emergency.support",
                        lines.stream()
                                .map(line -> texts.get(
                                        "emergency.support.line", line.name().in(texts.language()), line.contact()))
                                .collect(Collectors.joining("; ")));
    }

    /** Two letters of where the person behind an item is thought to be; empty where nobody has said. */
    public static Optional<String> region(Item item) {
        @Nullable Author author = item.author();
        return Stream.of(
                        Optional.ofNullable(item.region()),
                        Optional.ofNullable(author).map(Author::country))
                .flatMap(Optional::stream)
                .filter(given -> given.matches("[A-Za-z]{2}(-.*)?"))
                .map(given -> given.substring(0, 2).toUpperCase(Locale.ROOT))
                .findFirst();
    }

    private static List<Target> in(List<Target> all, String region) {
        return all.stream()
                .filter(target -> target.jurisdiction().equals(region))
                .toList();
    }
}
