package org.moderationdesk.guidelines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;

/** Reads the words of one language and sees that nothing of the edition is without words, and no words without it. */
final class WordsParser {
    private static final int LEAST_GROUND_QUESTIONS = 2;

    private final Place root;
    private final Language language;
    private final BookShape shape;

    WordsParser(Place root, Language language, BookShape shape) {
        this.root = root;
        this.language = language;
        this.shape = shape;
    }

    BookWords words() {
        root.only(
                "edition",
                "language",
                "notes",
                "chapters",
                "sections",
                "clauses",
                "carveOuts",
                "grounds",
                "referrals",
                "reachReasons",
                "surfaces",
                "responses",
                "definitions");
        same(root.at("edition"), shape.edition());
        same(root.at("language"), language.tag());
        return new BookWords(language, sectionTexts(), generalTexts(), definitions());
    }

    private static void same(Place place, String expected) {
        place.text()
                .filter(found -> !found.equals(expected))
                .ifPresent(found -> place.fault(found + " where " + expected + " is expected"));
    }

    private SectionTexts sectionTexts() {
        Map<Integer, ChapterWords> chapters = new HashMap<>();
        Place chapterPlace = root.at("chapters");
        for (Chapter chapter : shape.chapters()) {
            chapters.put(chapter.number(), chapterWords(chapterPlace.at(Integer.toString(chapter.number())), chapter));
        }
        noOther(chapterPlace, shape.chapters(), chapter -> Integer.toString(chapter.number()));

        Map<SectionCode, SectionWords> sections = new HashMap<>();
        Place sectionPlace = root.at("sections");
        for (Section section : shape.sections()) {
            sections.put(
                    section.code(), sectionWords(sectionPlace.at(section.code().value()), section));
        }
        noOther(sectionPlace, shape.sections(), section -> section.code().value());

        Map<ClauseCode, String> clauses = new HashMap<>();
        Place clausePlace = root.at("clauses");
        for (Clause clause : shape.clauses()) {
            clauses.put(
                    clause.code(), clausePlace.at(clause.code().value()).text().orElse(""));
        }
        noOther(clausePlace, shape.clauses(), clause -> clause.code().value());
        return new SectionTexts(chapters, sections, clauses, carveOuts());
    }

    private static ChapterWords chapterWords(Place place, Chapter chapter) {
        place.only("title", "about", "accountMeasures");
        return new ChapterWords(
                place.at("title").text().orElse(""),
                place.at("about").text().orElse(""),
                exactlyIf(!chapter.responses().isEmpty(), place.at("accountMeasures")));
    }

    private static SectionWords sectionWords(Place place, Section section) {
        place.only("title", "about", "stem", "accountMeasures", "refused", "referralWhen");
        ExceptionTerms terms = section.handling().exceptions();
        boolean refuses = terms.rule() == ExceptionRule.REFUSED
                || terms.intentNoDefence()
                || !terms.refusedWithPicture().isEmpty();
        return new SectionWords(
                place.at("title").text().orElse(""),
                place.at("about").text().orElse(""),
                place.at("stem").text().orElse(""),
                exactlyIf(!section.responses().isEmpty(), place.at("accountMeasures")),
                exactlyIf(refuses, place.at("refused")),
                exactlyIf(!section.referrals().isEmpty(), place.at("referralWhen")));
    }

    private Map<CarveOutCode, CarveOutWords> carveOuts() {
        Map<CarveOutCode, CarveOutWords> words = new HashMap<>();
        Place all = root.at("carveOuts");
        List<CarveOut> carveOuts = shape.sections().stream()
                .flatMap(section -> section.carveOuts().stream())
                .toList();
        for (CarveOut carveOut : carveOuts) {
            Place place = all.at(carveOut.code().value()).only("text", "questions");
            words.put(
                    carveOut.code(),
                    new CarveOutWords(place.at("text").text().orElse(""), questions(place.at("questions"), 1)));
        }
        noOther(all, carveOuts, carveOut -> carveOut.code().value());
        return words;
    }

    private GeneralTexts generalTexts() {
        Map<ExceptionGround, GroundWords> grounds = new EnumMap<>(ExceptionGround.class);
        Place all = root.at("grounds");
        for (ExceptionGround ground : ExceptionGround.values()) {
            Place place = all.at(ground.name()).only("name", "meaning", "questions");
            int least = ground == ExceptionGround.CARVE_OUT ? 0 : LEAST_GROUND_QUESTIONS;
            grounds.put(
                    ground,
                    new GroundWords(
                            place.at("name").text().orElse(""),
                            place.at("meaning").text().orElse(""),
                            questions(place.at("questions"), least)));
        }
        noOther(all, Arrays.asList(ExceptionGround.values()), ExceptionGround::name);
        return new GeneralTexts(
                grounds,
                byConstant("referrals", ReferralTarget.class),
                byConstant("notes", BookNote.class),
                byConstant("reachReasons", ReachReason.class),
                byConstant("surfaces", Surface.class),
                byConstant("responses", AccountResponse.class));
    }

    private <E extends Enum<E>> Map<E, String> byConstant(String name, Class<E> type) {
        Map<E, String> words = new EnumMap<>(type);
        Place all = root.at(name);
        for (E constant : type.getEnumConstants()) {
            words.put(constant, all.at(constant.name()).text().orElse(""));
        }
        noOther(all, Arrays.asList(type.getEnumConstants()), Enum::name);
        return words;
    }

    private List<Definition> definitions() {
        List<Definition> definitions = new ArrayList<>();
        Place all = root.at("definitions");
        for (DefinedTerm term : shape.terms()) {
            Place place = all.at(term.id()).only("term", "meaning", "points");
            definitions.add(new Definition(
                    term.id(),
                    place.at("term").text().orElse(""),
                    place.at("meaning").text().orElse(""),
                    questions(place.at("points"), 0),
                    term.sections()));
        }
        noOther(all, shape.terms(), DefinedTerm::id);
        return definitions;
    }

    private static List<String> questions(Place list, int least) {
        List<String> questions = new ArrayList<>();
        for (Place item : list.items()) {
            item.text().ifPresent(questions::add);
        }
        if (list.items().size() < least) {
            list.fault("fewer than " + least);
        }
        return questions;
    }

    private static @Nullable String exactlyIf(boolean wanted, Place place) {
        if (wanted) {
            return place.text().orElse(null);
        }
        if (place.present()) {
            place.fault("text for something that the edition does not say here");
        }
        return null;
    }

    private static <T> void noOther(Place all, List<T> known, Function<T, String> name) {
        Set<String> names = new HashSet<>();
        known.forEach(one -> names.add(name.apply(one)));
        all.fields().forEach((found, place) -> {
            if (!names.contains(found)) {
                place.fault("not in this edition");
            }
        });
    }
}
