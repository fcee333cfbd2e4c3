package org.moderationdesk.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.guidelines.ReferralTarget;

/** Builds a proposal for a test, piece by piece; starts with a rationale that is long enough. */
final class Draft {
    static final String REASON = "because it plainly shows so";

    private final Outcome outcome;
    private final SortedMap<ClauseCode, Answer> answers = new TreeMap<>();
    private final SortedMap<ClauseCode, String> notes = new TreeMap<>();
    private final List<ReferralProposal> referrals = new ArrayList<>();
    private final List<EvidenceMark> evidence = new ArrayList<>();
    private final List<OffPlatformSource> offPlatform = new ArrayList<>();
    private @Nullable Integer version;
    private @Nullable String edition;
    private @Nullable ExceptionClaim exception;
    private @Nullable ReachLimit reach;
    private AccountMeasure account = AccountMeasure.none();
    private @Nullable String noReferral;
    private @Nullable String escalateTo;
    private @Nullable String rationale = REASON;

    Draft(Outcome outcome) {
        this.outcome = outcome;
    }

    static Draft remove(String... yes) {
        return new Draft(Outcome.REMOVE).yes(yes);
    }

    static Draft noViolation(String... no) {
        return new Draft(Outcome.NO_VIOLATION).answer(Answer.NO, no);
    }

    static Draft exception(ExceptionGround ground, String... yes) {
        return new Draft(Outcome.EXCEPTION).yes(yes).excuse(ground, null, REASON);
    }

    static Draft carveOut(String code, String... yes) {
        return new Draft(Outcome.EXCEPTION).yes(yes).excuse(ExceptionGround.CARVE_OUT, code, REASON);
    }

    static Draft limit(ReachLimit.@Nullable Reason reason, String... yes) {
        return new Draft(Outcome.LIMIT_REACH).yes(yes).reach(false, true, reason);
    }

    static Draft escalate(String... yes) {
        return new Draft(Outcome.ESCALATE).yes(yes).escalateTo("legal");
    }

    Draft yes(String... codes) {
        return answer(Answer.YES, codes);
    }

    Draft answer(Answer answer, String... codes) {
        for (String code : codes) {
            answers.put(new ClauseCode(code), answer);
        }
        return this;
    }

    Draft note(String code, String note) {
        notes.put(new ClauseCode(code), note);
        return this;
    }

    Draft version(int looked) {
        version = looked;
        return this;
    }

    Draft edition(String named) {
        edition = named;
        return this;
    }

    Draft excuse(@Nullable ExceptionGround ground, @Nullable String carveOut, @Nullable String why) {
        exception = new ExceptionClaim(ground, carveOut == null ? null : new CarveOutCode(carveOut), why);
        return this;
    }

    Draft withoutException() {
        exception = null;
        return this;
    }

    Draft reach(boolean forYou, boolean search, ReachLimit.@Nullable Reason reason) {
        reach = new ReachLimit(forYou, search, reason);
        return this;
    }

    Draft withoutReach() {
        reach = null;
        return this;
    }

    Draft account(AccountMeasure.Type type) {
        return account(type, null);
    }

    Draft account(AccountMeasure.Type type, @Nullable Instant until, AccountMeasure.Feature... features) {
        account = new AccountMeasure(type, until, Set.of(features));
        return this;
    }

    Draft refer(ReferralTarget to, @Nullable String why) {
        referrals.add(new ReferralProposal(to, why, false));
        return this;
    }

    Draft emergency(ReferralTarget to) {
        referrals.add(new ReferralProposal(to, "somebody is in danger now", true));
        return this;
    }

    Draft noReferral(String why) {
        noReferral = why;
        return this;
    }

    Draft escalateTo(@Nullable String queue) {
        escalateTo = queue;
        return this;
    }

    Draft mark(EvidenceMark mark) {
        evidence.add(mark);
        return this;
    }

    Draft source(String source, String reference, String why) {
        offPlatform.add(new OffPlatformSource(source, reference, why));
        return this;
    }

    Draft rationale(@Nullable String words) {
        rationale = words;
        return this;
    }

    Proposal proposal() {
        return new Proposal(
                "V-1",
                version,
                edition,
                answers,
                notes,
                outcome,
                exception,
                reach,
                account,
                referrals,
                noReferral,
                escalateTo,
                evidence,
                offPlatform,
                rationale,
                Confidence.HIGH,
                false);
    }
}
