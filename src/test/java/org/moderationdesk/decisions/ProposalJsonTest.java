package org.moderationdesk.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.guidelines.ReferralTarget;

final class ProposalJsonTest {
    private static final String EVERY_FIELD = """
        {"item":"V-20418","version":1,"edition":"2020-12",
         "answers":{"5.3.1":"YES","5.3.2":"NO","5.3.3":"YES"},"notes":{"5.3.2":"…"},
         "outcome":"REMOVE",
         "exception":{"ground":"CARVE_OUT","carveOut":"3.2.c1","why":"…"},
         "reach":{"forYou":false,"search":true,"reason":"UPSETTING"},
         "account":{"measure":"STRIKE","until":null,"features":[]},
         "referrals":[{"to":"JUDICIAL_AUTHORITY","why":"…","threatToLife":false}],"noReferral":null,
         "escalateTo":null,
         "evidence":[{"clause":"5.3.1","media":0,"fromMs":6000,"toMs":9000,"x":0.1,"y":0.2,"w":0.3,"h":0.2,"note":"tossed and caught"},
                     {"clause":"5.3.3","in":"TRANSCRIPT","index":3,"from":0,"to":21}],
         "offPlatform":[{"source":"news site","reference":"https://…","why":"…"}],
         "rationale":"…","confidence":"HIGH","difficult":false}
        """;

    private static String because(String json) {
        try {
            ProposalLine read = ProposalJson.read(json);
            return "read " + read.proposal().item();
        } catch (DecisionRefused refused) {
            assertThat(refused.judgement().rules()).containsExactly("FORMAT");
            return refused.judgement()
                    .first()
                    .orElseThrow()
                    .words(new Texts(Language.EN), Cases.BOOK.words(Language.EN));
        }
    }

    @Test
    void everyFieldOfTheFormIsRead() {
        Proposal read = ProposalJson.read(EVERY_FIELD).proposal();

        assertThat(read.item()).isEqualTo("V-20418");
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.answered(Answer.YES)).extracting(ClauseCode::value).containsExactly("5.3.1", "5.3.3");
        assertThat(read.notes()).containsEntry(new ClauseCode("5.3.2"), "…");
        assertThat(read.exception()).isNotNull();
        assertThat(read.exception().ground()).isEqualTo(ExceptionGround.CARVE_OUT);
        assertThat(read.reach()).isEqualTo(new ReachLimit(false, true, ReachLimit.Reason.UPSETTING));
        assertThat(read.account()).isEqualTo(AccountMeasure.of(AccountMeasure.Type.STRIKE));
        assertThat(read.referrals())
                .containsExactly(new ReferralProposal(ReferralTarget.JUDICIAL_AUTHORITY, "…", false));
        assertThat(read.evidence())
                .containsExactly(
                        new EvidenceMark.InMedia(
                                new ClauseCode("5.3.1"),
                                0,
                                6000L,
                                9000L,
                                new EvidenceMark.Box(0.1, 0.2, 0.3, 0.2),
                                "tossed and caught"),
                        new EvidenceMark.InText(
                                new ClauseCode("5.3.3"), EvidenceMark.Place.TRANSCRIPT, 3, 0, 21, null));
        assertThat(read.offPlatform()).containsExactly(new OffPlatformSource("news site", "https://…", "…"));
        assertThat(read.confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void whatIsWrittenReadsBackEqual() {
        Proposal read = ProposalJson.read(EVERY_FIELD).proposal();

        assertThat(ProposalJson.read(ProposalJson.write(read)).proposal()).isEqualTo(read);
        assertThat(ProposalJson.readDraft(ProposalJson.write(Proposal.empty("V-1")))
                        .proposal())
                .isEqualTo(Proposal.empty("V-1"));
    }

    @Test
    void anEndAndFeaturesReadBackEqual() {
        Proposal written = Draft.remove("5.3.1")
                .account(
                        AccountMeasure.Type.FEATURE_BLOCK,
                        Instant.parse("2026-12-01T00:00:00Z"),
                        AccountMeasure.Feature.GIFTS,
                        AccountMeasure.Feature.LIVESTREAM)
                .proposal();

        assertThat(ProposalJson.read(ProposalJson.write(written)).proposal()).isEqualTo(written);
    }

    @Test
    void onlyItemAndOutcomeAreNeeded() {
        Proposal read = ProposalJson.read("{\"item\":\"a\",\"outcome\":\"NO_VIOLATION\"}")
                .proposal();

        assertThat(read.version()).isNull();
        assertThat(read.account()).isEqualTo(AccountMeasure.none());
        assertThat(read.difficult()).isFalse();
    }

    @Test
    void aDraftNeedsNoOutcome() {
        assertThat(ProposalJson.readDraft("{\"item\":\"a\"}").proposal().outcome())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{", "[]", "7", "null", "{\"item\":\"a\",\"outcome\":\"REMOVE\"} {}"})
    void whatIsNotOneJsonObjectIsRefused(String line) {
        assertThat(because(line)).startsWith("This line is not a decision: it is not ");
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() {
        assertThat(because("{\"item\":\"a\",\"outcome\":\"REMOVE\",\"outcome\":\"ESCALATE\"}"))
                .contains("not sound JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`outcome`:`REMOVE`|item is missing",
                "`item`:`a`|outcome is missing",
                "`item`:`a`,`outcome`:`DELETE`|outcome must be one of NO_VIOLATION EXCEPTION",
                "`item`:7,`outcome`:`REMOVE`|item must be a text",
                "`item`:`a`,`outcome`:`REMOVE`,`colour`:1|colour is no field of a decision",
                "`item`:`a`,`outcome`:`REMOVE`,`version`:`1`|version must be a whole number",
                "`item`:`a`,`outcome`:`REMOVE`,`version`:1.5|version must be a whole number",
                "`item`:`a`,`outcome`:`REMOVE`,`answers`:[]|answers must be an object",
                "`item`:`a`,`outcome`:`REMOVE`,`answers`:{`5.3.1`:`yes`}|answers.5.3.1 must be one of YES NO UNSURE",
                "`item`:`a`,`outcome`:`REMOVE`,`answers`:{`5.3.1`:null}|answers.5.3.1 is missing",
                "`item`:`a`,`outcome`:`REMOVE`,`notes`:{`5.3.1`:1}|notes.5.3.1 must be a text",
                "`item`:`a`,`outcome`:`REMOVE`,`exception`:`x`|exception must be an object",
                "`item`:`a`,`outcome`:`REMOVE`,`exception`:{`ground`:`FUN`}|exception.ground must be one of",
                "`item`:`a`,`outcome`:`REMOVE`,`exception`:{`reason`:`x`}|exception.reason is no field",
                "`item`:`a`,`outcome`:`REMOVE`,`reach`:{`forYou`:0}|reach.forYou must be true or false",
                "`item`:`a`,`outcome`:`REMOVE`,`account`:{}|account.measure is missing",
                "`item`:`a`,`outcome`:`REMOVE`,`account`:{`measure`:`SUSPEND`,`until`:`soon`}|account.until must be a"
                        + " time",
                "`item`:`a`,`outcome`:`REMOVE`,`account`:{`measure`:`SUSPEND`,`until`:`2026-12-01T00:00:00`}|must be a"
                        + " time with its zone",
                "`item`:`a`,`outcome`:`REMOVE`,`account`:{`measure`:`FEATURE_BLOCK`,`features`:[`X`]}|account.features[0]"
                    + " must be one of",
                "`item`:`a`,`outcome`:`REMOVE`,`referrals`:{}|referrals must be a list",
                "`item`:`a`,`outcome`:`REMOVE`,`referrals`:[{`to`:`POLICE`}]|referrals[0].to must be one of",
                "`item`:`a`,`outcome`:`REMOVE`,`evidence`:[{`media`:0,`fromMs`:1,`toMs`:2}]|evidence[0].clause is"
                        + " missing",
                "`item`:`a`,`outcome`:`REMOVE`,`evidence`:[{`clause`:`5.3.1`}]|evidence[0].fromMs or a box is missing",
                "`item`:`a`,`outcome`:`REMOVE`,`evidence`:[{`clause`:`5.3.1`,`fromMs`:1}]|evidence[0].toMs is missing",
                "`item`:`a`,`outcome`:`REMOVE`,`evidence`:[{`clause`:`5.3.1`,`x`:0.1}]|evidence[0].y is missing",
                "`item`:`a`,`outcome`:`REMOVE`,`evidence`:[{`clause`:`5.3.1`,`in`:`TITLE`,`from`:0,`to`:1}]|evidence[0].in"
                    + " must be one of",
                "`item`:`a`,`outcome`:`REMOVE`,`evidence`:[{`clause`:`5.3.1`,`in`:`TEXT`,`from`:0,`to`:1,`x`:1}]|evidence[0].x"
                    + " is no field",
                "`item`:`a`,`outcome`:`REMOVE`,`offPlatform`:[{`source`:`x`}]|offPlatform[0].reference is missing",
                "`item`:`a`,`outcome`:`REMOVE`,`confidence`:`SURE`|confidence must be one of LOW MEDIUM HIGH",
                "`item`:`a`,`outcome`:`REMOVE`,`difficult`:`no`|difficult must be true or false",
                "`item`:`a`,`outcome`:`REMOVE`,`rationale`:`\\ud83d`|rationale holds half a character",
            })
    void whatIsNotOfTheFormIsRefusedWithThePlace(String fieldsAndReason) {
        String[] parts = fieldsAndReason.split("\\|");

        assertThat(because("{" + parts[0].replace('`', '"') + "}")).contains(parts[1]);
    }

    @Test
    void whatIsNestedTooDeepOrTooLongIsRefusedAndNotRead() {
        assertThat(because("{\"item\":" + "[".repeat(5_000))).contains("deeper");
        assertThat(because("{\"item\":\"" + "a".repeat(200_000) + "\"}")).contains("longer");
        assertThat(because("{\"item\":\"" + "a".repeat(201) + "\",\"outcome\":\"REMOVE\"}"))
                .contains("item is longer than 200");
    }

    @Test
    void moreMarksOrLongerNumbersAndNamesThanADecisionCanHaveAreRefused() {
        String mark = "{\"clause\":\"5.3.1\",\"in\":\"TEXT\",\"from\":0,\"to\":1}";
        String marks = mark + ("," + mark).repeat(1_000);
        assertThat(because("{\"item\":\"A\",\"outcome\":\"REMOVE\",\"evidence\":[" + marks + "]}"))
                .contains("evidence");
        assertThat(because("{\"item\":\"A\",\"outcome\":\"REMOVE\",\"version\":" + "9".repeat(50) + "}"))
                .isNotBlank();
        assertThat(because("{\"item\":\"A\",\"" + "n".repeat(300) + "\":1}")).contains("longer");
        assertThat(because("{\"item\":\"A\",\"answers\":{" + "\"1.1.1\":[1,1,1,1],".repeat(30_000) + "}}"))
                .isNotBlank();
    }

    @Test
    void codesThatCannotBeOnesAreKeptForTheRules() {
        ProposalLine line = ProposalJson.read("""
            {"item":"a","outcome":"REMOVE","answers":{"5.3":"YES","5.3.1":"NO"},"notes":{"?":"x"},
             "exception":{"ground":"CARVE_OUT","carveOut":"museum"},
             "evidence":[{"clause":"5","fromMs":1,"toMs":2}]}
            """);

        assertThat(line.strays()).isEqualTo(new Strays(List.of("5.3", "?", "5"), "museum"));
        assertThat(line.proposal().answers()).containsOnlyKeys(new ClauseCode("5.3.1"));
    }

    @Test
    void theRefusalTellsNothingOfTheContent() {
        assertThatExceptionOfType(DecisionRefused.class)
                .isThrownBy(() -> ProposalJson.read("{\"item\":\"a\",\"rationale\":[\"secret\"]}"))
                .withMessageNotContaining("secret")
                .withNoCause();
    }
}
