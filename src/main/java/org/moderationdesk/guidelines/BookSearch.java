package org.moderationdesk.guidelines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.moderationdesk.base.Language;

/** Finds clauses, sections, carve-outs, definitions and exception grounds by code or by words. Safe on any thread. */
public final class BookSearch {
    private static final int EXCERPT = 160;

    /**
     * Something found.
     *
     * @param code the code of a section, clause or carve-out, the id of a definition, or the name of a ground
     * @param title its own title, or that of its section
     * @param excerpt what it says, one line
     */
    public record Hit(String code, String title, String excerpt) {}

    private record Ranked(Hit hit, int fit) {}

    private final Map<Language, List<SearchEntry>> entries = new EnumMap<>(Language.class);

    public BookSearch(Book book) {
        for (Language language : Language.values()) {
            entries.put(language, entries(book, book.words(language)));
        }
    }

    /**
     * Everything in which all words of the query occur, best first, then in book order. Case and diacritics do not
     * matter; "5.3" finds the section and all in it. An empty query finds nothing.
     */
    public List<Hit> search(String query, Language language) {
        String folded = SearchEntry.fold(query).strip();
        if (folded.isEmpty()) {
            return List.of();
        }
        String[] words = folded.split("\\s+");
        List<Ranked> found = new ArrayList<>();
        for (SearchEntry entry : entries.getOrDefault(language, List.of())) {
            int fit = fit(entry, words);
            if (fit > 0) {
                found.add(new Ranked(entry.hit(), fit));
            }
        }
        found.sort(Comparator.comparingInt(Ranked::fit).reversed());
        return found.stream().map(Ranked::hit).toList();
    }

    private static int fit(SearchEntry entry, String[] words) {
        int sum = 0;
        for (String word : words) {
            int fit = entry.fit(word);
            if (fit == 0) {
                return 0;
            }
            sum += fit;
        }
        return sum;
    }

    private static List<SearchEntry> entries(Book book, BookWords words) {
        List<SearchEntry> entries = new ArrayList<>();
        for (Section section : book.sections()) {
            SectionCode code = section.code();
            String title = words.title(code);
            entries.add(SearchEntry.of(code.value(), title, title, around(words, section), excerpt(words.about(code))));
            for (Clause clause : section.clauses()) {
                entries.add(clause(words, clause, title));
                for (Clause part : clause.parts()) {
                    entries.add(clause(words, part, title + " " + words.text(clause.code())));
                }
            }
            for (CarveOut carveOut : section.carveOuts()) {
                String text = words.carveOut(carveOut.code());
                String questions = String.join(" ", words.questions(carveOut.code()));
                entries.add(
                        SearchEntry.of(carveOut.code().value(), title, text, title + " " + questions, excerpt(text)));
            }
        }
        for (Definition definition : words.definitions()) {
            String said = definition.meaning()
                    + (definition.points().isEmpty() ? "" : " " + String.join("; ", definition.points()));
            entries.add(SearchEntry.of(definition.id(), definition.term(), definition.term(), said, excerpt(said)));
        }
        for (ExceptionGround ground : ExceptionGround.general()) {
            String around = words.groundMeaning(ground) + " " + String.join(" ", words.questions(ground));
            entries.add(SearchEntry.of(
                    ground.name(),
                    words.ground(ground),
                    words.ground(ground),
                    around,
                    excerpt(words.groundMeaning(ground))));
        }
        return entries;
    }

    private static SearchEntry clause(BookWords words, Clause clause, String around) {
        String text = words.text(clause.code());
        return SearchEntry.of(clause.code().value(), words.title(clause.code().section()), text, around, excerpt(text));
    }

    private static String around(BookWords words, Section section) {
        SectionCode code = section.code();
        return String.join(
                " ",
                words.chapter(code.chapter()),
                words.about(code),
                words.refused(code).orElse(""),
                words.referralWhen(code).orElse(""),
                words.accountMeasures(code).orElse(""));
    }

    /** The beginning, cut between two words. */
    private static String excerpt(String text) {
        if (text.length() <= EXCERPT) {
            return text;
        }
        int cut = text.lastIndexOf(' ', EXCERPT);
        return text.substring(0, cut > 0 ? cut : EXCERPT) + " …";
    }
}
