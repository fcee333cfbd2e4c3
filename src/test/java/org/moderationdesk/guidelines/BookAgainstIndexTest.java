package org.moderationdesk.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moderationdesk.base.Language;
import tools.jackson.databind.JsonNode;

/** Holds the edition of December 2020 against the index of its source text, code by code. */
class BookAgainstIndexTest {
    private static final JsonNode INDEX = Index.read();
    private static final Book BOOK = new BookReader().read("2020-12");

    static List<JsonNode> chapters() {
        return Index.items(INDEX.path("chapters")).toList();
    }

    static List<JsonNode> sections() {
        return Index.sections(INDEX).toList();
    }

    @Test
    void theBookHasAllChaptersSectionsAndRules() {
        assertThat(BOOK.edition()).isEqualTo(INDEX.path("edition").stringValue());
        assertThat(BOOK.chapters()).hasSize(10).hasSize(chapters().size());
        assertThat(BOOK.sections()).hasSize(32).hasSize(sections().size());
        assertThat(BOOK.rules()).hasSize(128).hasSize(INDEX.path("citableRules").intValue());
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void aChapterIsAsTheIndexHasIt(JsonNode expected) {
        int number = Integer.parseInt(expected.path("code").stringValue());
        Chapter chapter = BOOK.chapters().get(number - 1);

        assertThat(chapter.number()).isEqualTo(number);
        assertThat(chapter.id()).isEqualTo(expected.path("id").stringValue());
        assertThat(chapter.source().heading())
                .isEqualTo(expected.path("headingLine").intValue());
        assertThat(chapter.sections())
                .extracting(section -> section.code().value())
                .isEqualTo(Index.items(expected.path("sections"))
                        .map(section -> section.path("code").stringValue())
                        .toList());
        assertThat(chapter.responses().isEmpty()).isEqualTo(!expected.has("accountMeasures"));
        assertThat(chapter.notes().contains(BookNote.OFF_PLATFORM)).isEqualTo(expected.has("offPlatformInformation"));
        assertThat(chapter.notes().contains(BookNote.REGIONAL)).isEqualTo(expected.has("regional"));
        assertThat(chapter.notes().contains(BookNote.SUPPORT)).isEqualTo(expected.has("supportResources"));
        assertThat(chapter.notes().contains(BookNote.SYNTHETIC)).isEqualTo(expected.has("synthetic"));
        assertThat(chapter.notes().contains(BookNote.MINOR_AGE)).isEqualTo(expected.has("adultAge"));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aSectionHasTheClausesPartsAndLinesOfTheIndex(JsonNode expected) {
        Section section = section(expected);

        assertThat(section.id()).isEqualTo(expected.path("id").stringValue());
        assertThat(rules(section)).isEqualTo(Index.rules(expected));
        assertThat(section.content().prose()).isEqualTo(expected.path("clauses").isEmpty());
        assertThat(section.source().heading())
                .isEqualTo(expected.path("headingLine").intValue());
        assertThat(section.source().prose()).isEqualTo(Index.numbers(expected.path("proseLines")));
        assertThat(section.synthetic()).isEqualTo(expected.has("synthetic"));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aSectionHasTheReferralsOfTheIndexAndSaysWhen(JsonNode expected) {
        Section section = section(expected);

        assertThat(section.referrals())
                .extracting(ReferralTarget::name)
                .containsExactlyInAnyOrderElementsOf(Index.texts(expected.path("referrals")));
        assertThat(Optional.ofNullable(section.source().referral())).isEqualTo(line(expected, "referralLine"));
        for (Language language : Language.values()) {
            assertThat(BOOK.words(language).referralWhen(section.code()).isPresent())
                    .isEqualTo(expected.has("referrals"));
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aSectionHasTheCarveOutsOfTheIndexAndEachCoversWhatTheIndexSays(JsonNode expected) {
        Section section = section(expected);

        assertThat(section.carveOuts())
                .extracting(carveOut -> carveOut.code().value())
                .isEqualTo(Index.items(expected.path("carveOuts"))
                        .map(carveOut -> carveOut.path("code").stringValue())
                        .toList());
        Index.items(expected.path("carveOuts")).forEach(carveOut -> {
            CarveOut ours = BOOK.carveOut(new CarveOutCode(carveOut.path("code").stringValue()))
                    .orElseThrow();
            String what = carveOut.path("what").stringValue();
            int only = what.indexOf(" only:");
            if (only > 0) {
                assertThat(ours.covers()).containsExactly(new ClauseCode(what.substring(0, only)));
            } else {
                assertThat(ours.covers().stream().map(ClauseCode::value).toList())
                        .isEqualTo(section.rules().stream()
                                .map(clause -> clause.code().value())
                                .filter(code -> !what.contains(code + " is never excused"))
                                .toList());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("sections")
    void exceptionsAreRefusedWhereTheIndexSaysSoAndTheReasonIsGiven(JsonNode expected) {
        Section section = section(expected);
        ExceptionTerms terms = section.handling().exceptions();
        boolean none = expected.path("exceptions").asString("").equals("none");
        String intent = expected.path("intentNoDefence").asString("");

        assertThat(terms.rule() == ExceptionRule.REFUSED).isEqualTo(none);
        assertThat(terms.intentNoDefence()).isEqualTo(intent.equals("all"));
        assertThat(terms.refusedWithPicture())
                .isEqualTo(intent.contains("5.2.1") ? java.util.Set.of(new ClauseCode("5.2.1")) : java.util.Set.of());
        for (Language language : Language.values()) {
            assertThat(BOOK.words(language).refused(section.code()).isPresent()).isEqualTo(none || !intent.isEmpty());
        }
        line(expected, "intentLine")
                .ifPresent(line -> assertThat(section.source().intent()).isEqualTo(line));
        if (expected.path("exceptionsReading").asString("").equals("ours")) {
            assertThat(section.handling().notes()).contains(BookNote.OUR_READING);
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aSectionHasItsOwnAccountMeasuresWhereTheIndexHasThem(JsonNode expected) {
        Section section = section(expected);

        if (expected.has("accountMeasures")) {
            assertThat(section.responses()).contains(AccountResponse.PROFILE_CHANGE, AccountResponse.BAN);
        }
        for (Language language : Language.values()) {
            assertThat(BOOK.words(language).accountMeasures(section.code()).isPresent())
                    .isEqualTo(!section.responses().isEmpty()
                            || !BOOK.chapters()
                                    .get(section.code().chapter() - 1)
                                    .responses()
                                    .isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void whatTheIndexSaysIsDefinedIsDefined(JsonNode expected) {
        List<String> terms = BOOK
                .words(Language.EN)
                .definitions(section(expected).code())
                .stream()
                .map(definition -> definition.term().toLowerCase(java.util.Locale.ROOT))
                .toList();

        assertThat(terms).containsAll(Index.texts(expected.path("definitions")));
    }

    @Test
    void theTwelveProtectedCharacteristicsStandOnTheirLines() {
        List<Integer> lines = Index.sections(INDEX)
                .flatMap(section -> Index.items(section.path("protectedCharacteristicLines")))
                .map(JsonNode::intValue)
                .toList();
        DefinedTerm hateful = BOOK.terms().stream()
                .filter(term -> term.id().equals("hateful-behaviour"))
                .findFirst()
                .orElseThrow();

        assertThat(hateful.lines()).containsAll(lines);
        for (Language language : Language.values()) {
            assertThat(BOOK.words(language).definitions())
                    .filteredOn(definition -> definition.id().equals("hateful-behaviour"))
                    .singleElement()
                    .satisfies(definition -> assertThat(definition.points())
                            .hasSize(12)
                            .hasSize(lines.size())
                            .doesNotHaveDuplicates());
        }
    }

    @Test
    void whatHoldsForTheWholeBookIsAsTheIndexHasIt() {
        assertThat(ExceptionGround.general())
                .extracting(ExceptionGround::name)
                .isEqualTo(Index.texts(INDEX.path("generalExceptions")));
        assertThat(BOOK.general().noteLines().get(BookNote.INTRODUCTION))
                .isEqualTo(Index.numbers(INDEX.path("introductionLines")));
        assertThat(BOOK.general().noteLines().get(BookNote.EXCEPTIONS))
                .containsExactly(INDEX.path("exceptionsLine").intValue());
        assertThat(BOOK.general().noteLines().get(BookNote.REACH_LIMITS))
                .containsExactly(INDEX.path("reachLimits").path("line").intValue());
        assertThat(ReachReason.values())
                .hasSize(INDEX.path("reachLimits").path("reasons").size());
        assertThat(Surface.values())
                .hasSize(INDEX.path("reachLimits").path("means").size());
        assertThat(BOOK.general().referrals())
                .extracting(ReferralTarget::name)
                .isEqualTo(Index.texts(INDEX.path("general").path("referrals")));
        assertThat(BOOK.general().adultAge())
                .isEqualTo(INDEX.path("chapters").path(7).path("adultAge").intValue());
    }

    private static Section section(JsonNode expected) {
        return BOOK.section(new SectionCode(expected.path("code").stringValue()))
                .orElseThrow();
    }

    private static List<String> rules(Section section) {
        List<String> rules = new ArrayList<>();
        for (Clause clause : section.clauses()) {
            rules.add(clause.code() + "@" + clause.line());
            clause.parts().forEach(part -> rules.add("  " + part.code() + "@" + part.line()));
        }
        return rules;
    }

    private static Optional<Integer> line(JsonNode expected, String name) {
        return expected.has(name) ? Optional.of(expected.path(name).intValue()) : Optional.empty();
    }
}
