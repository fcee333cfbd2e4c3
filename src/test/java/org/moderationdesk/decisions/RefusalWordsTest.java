package org.moderationdesk.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.decisions.Cases.BOOK;
import static org.moderationdesk.decisions.Cases.RULES;
import static org.moderationdesk.decisions.Cases.report;
import static org.moderationdesk.decisions.Cases.video;
import static org.moderationdesk.decisions.Draft.carveOut;
import static org.moderationdesk.decisions.Draft.noViolation;
import static org.moderationdesk.decisions.Draft.remove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;

final class RefusalWordsTest {
    private static final Pattern REFUSAL =
            Pattern.compile("(?:refusal|Refusal\\.of)\\((?:\\s*[A-Z\"][\\w.\"]*,)?\\s*([^;]*?)[,)]");
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z-]+)\"");

    private static String said(Draft draft, CaseFacts facts, Language language) {
        return RULES.judge(draft.proposal(), facts)
                .first()
                .orElseThrow()
                .words(new Texts(language), BOOK.words(language));
    }

    @Test
    void aRefusalNamesTheClausesWithTheirWords() {
        assertThat(said(noViolation().yes("5.3.3"), video(), Language.EN))
                .contains("5.3.3 (Dangerous games, challenges or stunts");
        assertThat(said(noViolation().yes("5.3.3"), video(), Language.NL)).contains("5.3.3 (Gevaarlijke ");
    }

    @Test
    void aRefusalSaysHowManyCharactersThereAreAndHowManyAreNeeded() {
        assertThat(said(Draft.escalate().rationale("seven c"), video(), Language.EN))
                .isEqualTo("The outcome “Escalate” needs a rationale. Write at least 20 characters; there are 7 now.");
    }

    @Test
    void aLongListIsCutShort() {
        assertThat(said(noViolation(), video(report("r", "8.3")), Language.EN))
                .startsWith("First answer 10 rules that the reports point at: 8.3.1 (")
                .endsWith(" and 6 more.");
    }

    @Test
    void aCarveOutIsNamedByItsWordsInBothLanguages() {
        assertThat(said(carveOut("3.2.c1", "3.3.1"), video(), Language.EN)).contains("3.2.c1 (Part of a museum");
        assertThat(said(carveOut("3.2.c1", "3.3.1"), video(), Language.NL))
                .contains("3.2.c1 (Onderdeel van een museum");
    }

    @Test
    void aCodeThatTheBookLacksIsStillNamed() {
        assertThat(said(remove("5.3.1").answer(Answer.NO, "5.3.9"), video(), Language.EN))
                .contains("5.3.9");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyRefusalThatTheRoomCanGiveHasWords(Language language) throws IOException {
        var texts = new Texts(language);
        var keys = new TreeSet<String>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/moderationdesk/decisions"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                REFUSAL.matcher(Files.readString(source))
                        .results()
                        .flatMap(call -> KEY.matcher(call.group(1)).results())
                        .forEach(key -> keys.add(key.group(1)));
            }
        }

        assertThat(keys).hasSizeGreaterThan(50);
        assertThat(keys).allMatch(key -> texts.has("decisions.refusal." + key));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyConstantThatARefusalCanNameHasWords(Language language) {
        var texts = new Texts(language);

        assertThat(Outcome.values()).allMatch(one -> texts.has("decisions.outcome." + one));
        assertThat(AccountMeasure.Type.values()).allMatch(one -> texts.has("decisions.measure." + one));
        assertThat(AccountMeasure.Feature.values()).allMatch(one -> texts.has("decisions.feature." + one));
        assertThat(ReachLimit.Reason.values()).allMatch(one -> texts.has("decisions.reach." + one));
        assertThat(EvidenceMark.Place.values()).allMatch(one -> texts.has("decisions.place." + one));
        assertThat(FourEyes.Part.values()).allMatch(one -> texts.has("decisions.waits." + one));
        assertThat(DecisionState.values()).allMatch(one -> texts.has("decisions.state." + one));
        assertThat(org.moderationdesk.items.ItemKind.values()).allMatch(one -> texts.has("decisions.kind." + one));
        assertThat(org.moderationdesk.guidelines.ReferralTarget.values())
                .allMatch(one -> texts.has("decisions.referral." + one));
    }
}
