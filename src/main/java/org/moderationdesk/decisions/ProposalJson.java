package org.moderationdesk.decisions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.guidelines.ReferralTarget;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes a proposal as JSON, in the form of the decision rules. What is not of that form is refused as
 * {@code FORMAT} with the place; a field that the form does not have is refused too, since it is most likely a slip that
 * would otherwise be lost without a word. Safe for any thread.
 */
public final class ProposalJson {
    /** Longest line that can be a decision, in characters. */
    public static final int LONGEST = 4_000_000;

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_QUEUE = 100;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_MARKS = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(10)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(200)
                            .maxNumberLength(40)
                            .maxTokenCount(100_000)
                            .maxDocumentLength(LONGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ProposalJson() {}

    /**
     * Reads a decision: a proposal with an outcome.
     *
     * @throws DecisionRefused as {@code FORMAT}
     */
    public static ProposalLine read(String json) {
        JsonPlace line = parse(json);
        line.neededConstant("outcome", Outcome.class);
        return read(line);
    }

    /**
     * Reads a proposal that may still lack its outcome.
     *
     * @throws DecisionRefused as {@code FORMAT}
     */
    public static ProposalLine readDraft(String json) {
        return read(parse(json));
    }

    /** The item that a line names, also one that is no decision; empty where it names none. */
    public static String itemNamed(String json) {
        try {
            return JSON.readTree(json).path("item").asString("");
        } catch (JacksonException broken) {
            return "";
        }
    }

    /** The proposal as canonical JSON; {@link #readDraft} gives back an equal one. */
    public static String write(Proposal proposal) {
        return CanonicalJson.write(map(proposal, UnaryOperator.identity()));
    }

    /**
     * The same with something else in the place of each free text that a person wrote.
     *
     * @param personal asked once for each, in an order that is always the same
     */
    public static String write(Proposal proposal, UnaryOperator<String> personal) {
        return CanonicalJson.write(map(proposal, personal));
    }

    /**
     * The proposal as what {@link CanonicalJson} writes.
     *
     * @param personal what stands for each free text that a person wrote
     */
    static SortedMap<String, Object> map(Proposal proposal, UnaryOperator<String> personal) {
        return new ProposalMap(personal).of(proposal);
    }

    private static JsonPlace parse(String json) {
        try {
            return new JsonPlace(JSON.readTree(json), "");
        } catch (JacksonException broken) {
            int column = broken.getLocation() == null ? 0 : broken.getLocation().getColumnNr();
            Phrase phrase = Phrase.of("decisions.format.not-json", Math.max(column, 1));
            throw new DecisionRefused(Refusal.of(Refusal.FORMAT, "format", phrase));
        }
    }

    private static ProposalLine read(JsonPlace line) {
        String item = line.neededText("item");
        if (item.length() > LONGEST_ID) {
            throw line.refused("too-long", "item", LONGEST_ID);
        }
        var strays = new ArrayList<String>();
        SortedMap<ClauseCode, Answer> answers = answers(line, strays);
        SortedMap<ClauseCode, String> notes = notes(line, strays);
        JsonPlace claim = line.object("exception");
        @Nullable String strayCarveOut = claim == null ? null : strayCarveOut(claim);
        String escalateTo = line.text("escalateTo");
        if (escalateTo != null && escalateTo.length() > LONGEST_QUEUE) {
            throw line.refused("too-long", "escalateTo", LONGEST_QUEUE);
        }
        var proposal = new Proposal(
                item,
                line.integer("version"),
                line.text("edition"),
                answers,
                notes,
                line.constant("outcome", Outcome.class),
                claim == null ? null : exception(claim),
                reach(line.object("reach")),
                account(line.object("account")),
                line.objects("referrals", ProposalJson::referral),
                line.text("noReferral"),
                escalateTo,
                evidence(line, strays),
                line.objects("offPlatform", ProposalJson::offPlatform),
                line.text("rationale"),
                line.constant("confidence", Confidence.class),
                line.truth("difficult", false));
        line.nothingElse();
        return new ProposalLine(proposal, new Strays(strays, strayCarveOut));
    }

    private static SortedMap<ClauseCode, Answer> answers(JsonPlace line, List<String> strays) {
        var answers = new TreeMap<ClauseCode, Answer>();
        JsonPlace given = line.object("answers");
        if (given != null) {
            for (String code : given.names()) {
                Answer answer = given.neededConstant(code, Answer.class);
                ClauseCode.parse(code).ifPresentOrElse(known -> answers.put(known, answer), () -> strays.add(code));
            }
        }
        return answers;
    }

    private static SortedMap<ClauseCode, String> notes(JsonPlace line, List<String> strays) {
        var notes = new TreeMap<ClauseCode, String>();
        JsonPlace given = line.object("notes");
        if (given != null) {
            for (String code : given.names()) {
                String note = given.text(code);
                if (note != null) {
                    ClauseCode.parse(code).ifPresentOrElse(known -> notes.put(known, note), () -> strays.add(code));
                }
            }
        }
        return notes;
    }

    private static ExceptionClaim exception(JsonPlace claim) {
        String code = claim.text("carveOut");
        var read = new ExceptionClaim(
                claim.constant("ground", ExceptionGround.class),
                code == null ? null : CarveOutCode.parse(code).orElse(null),
                claim.text("why"));
        claim.nothingElse();
        return read;
    }

    private static @Nullable String strayCarveOut(JsonPlace claim) {
        String code = claim.text("carveOut");
        return code == null || CarveOutCode.parse(code).isPresent() ? null : code;
    }

    private static @Nullable ReachLimit reach(@Nullable JsonPlace reach) {
        if (reach == null) {
            return null;
        }
        var read = new ReachLimit(
                reach.truth("forYou", true),
                reach.truth("search", true),
                reach.constant("reason", ReachLimit.Reason.class));
        reach.nothingElse();
        return read;
    }

    private static AccountMeasure account(@Nullable JsonPlace account) {
        if (account == null) {
            return AccountMeasure.none();
        }
        var read = new AccountMeasure(
                account.neededConstant("measure", AccountMeasure.Type.class),
                account.time("until"),
                new HashSet<>(account.constants("features", AccountMeasure.Feature.class)));
        account.nothingElse();
        return read;
    }

    private static ReferralProposal referral(JsonPlace referral) {
        return new ReferralProposal(
                referral.neededConstant("to", ReferralTarget.class),
                referral.text("why"),
                referral.truth("threatToLife", false));
    }

    private static OffPlatformSource offPlatform(JsonPlace source) {
        return new OffPlatformSource(
                source.neededText("source"), source.neededText("reference"), source.neededText("why"));
    }

    private static List<EvidenceMark> evidence(JsonPlace line, List<String> strays) {
        var marks = new ArrayList<EvidenceMark>();
        line.objects("evidence", mark -> {
            String code = mark.neededText("clause");
            // Read with a stand-in all the same, so that a fault of form further on is found.
            ClauseCode clause = ClauseCode.parse(code).orElse(new ClauseCode("0.0.0"));
            EvidenceMark read = mark.has("in") ? inText(mark, clause) : inMedia(mark, clause);
            if (ClauseCode.parse(code).isPresent()) {
                marks.add(read);
            } else {
                strays.add(code);
            }
            return read;
        });
        if (marks.size() > MOST_MARKS) {
            throw line.refused("too-many", "evidence", MOST_MARKS);
        }
        return marks;
    }

    private static EvidenceMark inText(JsonPlace mark, ClauseCode clause) {
        Integer index = mark.integer("index");
        return new EvidenceMark.InText(
                clause,
                mark.neededConstant("in", EvidenceMark.Place.class),
                index == null ? 0 : index,
                mark.neededInteger("from"),
                mark.neededInteger("to"),
                mark.text("note"));
    }

    private static EvidenceMark inMedia(JsonPlace mark, ClauseCode clause) {
        Integer media = mark.integer("media");
        Long from = mark.whole("fromMs");
        Long to = mark.whole("toMs");
        if ((from == null) != (to == null)) {
            throw mark.refused("missing", mark.at(from == null ? "fromMs" : "toMs"));
        }
        boolean boxed = mark.has("x") || mark.has("y") || mark.has("w") || mark.has("h");
        if (!boxed && from == null) {
            throw mark.refused("empty-mark", mark.at("fromMs"));
        }
        return new EvidenceMark.InMedia(
                clause, media == null ? 0 : media, from, to, boxed ? box(mark) : null, mark.text("note"));
    }

    private static EvidenceMark.Box box(JsonPlace mark) {
        return new EvidenceMark.Box(
                mark.neededFraction("x"), mark.neededFraction("y"), mark.neededFraction("w"), mark.neededFraction("h"));
    }
}
