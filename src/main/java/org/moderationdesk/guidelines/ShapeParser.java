package org.moderationdesk.guidelines;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads book.json: the edition without its words. */
final class ShapeParser {
    private static final Pattern EDITION = Pattern.compile("\\d{4}-\\d{2}");
    private static final int MAX_CHAPTER = 99;
    private static final int MAX_AGE = 120;

    private final Place root;

    ShapeParser(Place root) {
        this.root = root;
    }

    static boolean isEdition(String text) {
        return EDITION.matcher(text).matches();
    }

    BookShape shape() {
        root.only("edition", "general", "definitions", "chapters");
        String edition = edition(root.at("edition"));
        List<Chapter> chapters = chapters(root.at("chapters"));
        Set<SectionCode> sections = chapters.stream()
                .flatMap(chapter -> chapter.sections().stream())
                .map(Section::code)
                .collect(Collectors.toSet());
        Set<ClauseCode> clauses = chapters.stream()
                .flatMap(chapter -> chapter.sections().stream())
                .flatMap(section -> section.rules().stream())
                .map(Clause::code)
                .collect(Collectors.toSet());
        return new BookShape(
                edition, chapters, terms(root.at("definitions"), sections), general(root.at("general"), clauses));
    }

    static String edition(Place place) {
        return place.code("edition", text -> isEdition(text) ? Optional.of(text) : Optional.empty())
                .orElse("");
    }

    private static List<Chapter> chapters(Place list) {
        List<Chapter> chapters = new ArrayList<>();
        for (Place item : list.items()) {
            item.only(
                    "number",
                    "id",
                    "sections",
                    "notes",
                    "responses",
                    "headingLine",
                    "proseLines",
                    "referralLine",
                    "intentLine");
            Optional<Integer> number = item.at("number").number(1, MAX_CHAPTER);
            Optional<String> id = item.at("id").text();
            if (number.isEmpty()) {
                continue;
            }
            SourceParser.follows(
                    item.at("number"),
                    chapters.isEmpty() ? null : chapters.getLast().number(),
                    number.get());
            chapters.add(new Chapter(
                    number.get(),
                    id.orElse(""),
                    sections(item.at("sections"), number.get()),
                    item.at("notes").words(BookNote.class),
                    item.at("responses").words(AccountResponse.class),
                    SourceParser.source(item)));
        }
        if (chapters.isEmpty()) {
            list.fault("no chapters");
        }
        return chapters;
    }

    private static List<Section> sections(Place list, int chapter) {
        List<Section> sections = new ArrayList<>();
        for (Place item : list.items()) {
            SectionParser.section(item, chapter).ifPresent(section -> {
                if (!sections.isEmpty()) {
                    SourceParser.follows(item.at("code"), sections.getLast().code(), section.code());
                    SourceParser.goesForward(
                            item.at("headingLine"),
                            sections.getLast().source().heading(),
                            section.source().heading());
                }
                sections.add(section);
            });
        }
        if (list.items().isEmpty()) {
            list.fault("no sections");
        }
        return sections;
    }

    private static List<DefinedTerm> terms(Place list, Set<SectionCode> sections) {
        List<DefinedTerm> terms = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Place item : list.items()) {
            item.only("id", "sections", "lines");
            List<SectionCode> named = item.at("sections").codes("section code", SectionCode::parse);
            for (SectionCode section : named) {
                if (!sections.contains(section)) {
                    item.at("sections").fault("no section " + section);
                }
            }
            if (named.isEmpty()) {
                item.at("sections").fault("belongs to no section");
            }
            item.at("id").text().ifPresent(id -> {
                if (!ids.add(id)) {
                    item.at("id").fault(id + " stands twice");
                }
                terms.add(new DefinedTerm(id, named, SourceParser.lines(item.at("lines"))));
            });
        }
        return terms;
    }

    private static GeneralRules general(Place place, Set<ClauseCode> clauses) {
        place.only(
                "grounds", "reachReasons", "surfaces", "responses", "referrals", "adultAge", "ageRules", "noteLines");
        if (!List.copyOf(place.at("grounds").words(ExceptionGround.class)).equals(ExceptionGround.general())) {
            place.at("grounds").fault("not the nine general grounds in their order");
        }
        complete(place.at("reachReasons"), ReachReason.class);
        complete(place.at("surfaces"), Surface.class);
        return new GeneralRules(
                place.at("responses").words(AccountResponse.class),
                place.at("referrals").words(ReferralTarget.class),
                place.at("adultAge").number(1, MAX_AGE).orElse(0),
                ageRules(place.at("ageRules"), clauses),
                noteLines(place.at("noteLines")));
    }

    private static <E extends Enum<E>> void complete(Place place, Class<E> type) {
        Set<E> named = place.words(type);
        for (E constant : type.getEnumConstants()) {
            if (!named.contains(constant)) {
                place.fault(constant + " missing");
            }
        }
    }

    private static List<AgeRule> ageRules(Place list, Set<ClauseCode> clauses) {
        List<AgeRule> rules = new ArrayList<>();
        for (Place item : list.items()) {
            item.only("clause", "under", "higherInSomeRegions");
            Optional<ClauseCode> clause = item.at("clause").code("clause code", ClauseCode::parse);
            Optional<Integer> under = item.at("under").number(1, MAX_AGE);
            clause.filter(code -> !clauses.contains(code))
                    .ifPresent(code -> item.at("clause").fault("no clause " + code));
            if (clause.isPresent() && under.isPresent()) {
                rules.add(new AgeRule(
                        clause.get(),
                        under.get(),
                        item.at("higherInSomeRegions").flag()));
            }
        }
        return rules;
    }

    private static Map<BookNote, List<Integer>> noteLines(Place place) {
        Map<BookNote, List<Integer>> lines = new EnumMap<>(BookNote.class);
        place.fields().forEach((name, item) -> Place.named(BookNote.class, name)
                .ifPresentOrElse(note -> lines.put(note, SourceParser.lines(item)), () -> item.fault("unknown note")));
        for (BookNote note : BookNote.values()) {
            if (!lines.containsKey(note)) {
                place.at(note.name()).fault("lines missing");
            }
        }
        return lines;
    }
}
