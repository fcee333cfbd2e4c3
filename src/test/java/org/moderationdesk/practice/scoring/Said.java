package org.moderationdesk.practice.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.decisions.ExceptionClaim;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ReferralProposal;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.practice.AnswerKey;
import org.moderationdesk.practice.Difficulty;
import org.moderationdesk.practice.Field;
import org.moderationdesk.practice.GivenAnswer;
import org.moderationdesk.practice.PracticeItem;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.Told;

/** Says decisions in few words: {@code Said.with(REMOVE).yes("5.3.3").no("5.3.1")}. */
final class Said {
    private final Outcome outcome;
    private final TreeMap<ClauseCode, Answer> answers = new TreeMap<>();
    private final List<EvidenceMark> evidence = new ArrayList<>();
    private final List<ReferralProposal> referrals = new ArrayList<>();
    private @Nullable ExceptionClaim exception;
    private AccountMeasure account = AccountMeasure.none();

    private Said(Outcome outcome) {
        this.outcome = outcome;
    }

    static Said with(Outcome outcome) {
        return new Said(outcome);
    }

    Said yes(String... clauses) {
        return answer(Answer.YES, clauses);
    }

    Said no(String... clauses) {
        return answer(Answer.NO, clauses);
    }

    Said unsure(String... clauses) {
        return answer(Answer.UNSURE, clauses);
    }

    private Said answer(Answer answer, String... clauses) {
        Arrays.stream(clauses).forEach(clause -> answers.put(new ClauseCode(clause), answer));
        return this;
    }

    Said ground(ExceptionGround ground, @Nullable String carveOut) {
        exception = new ExceptionClaim(
                ground, carveOut == null ? null : CarveOutCode.parse(carveOut).orElseThrow(), "for a good reason");
        return this;
    }

    Said refer(ReferralTarget... targets) {
        Arrays.stream(targets).forEach(to -> referrals.add(new ReferralProposal(to, "they must know", false)));
        return this;
    }

    Said account(AccountMeasure.Type type) {
        account = AccountMeasure.of(type);
        return this;
    }

    Said seen(long from, long to) {
        evidence.add(new EvidenceMark.InMedia(first(), 0, from, to, null, null));
        return this;
    }

    Said box(double x, double y, double w, double h) {
        evidence.add(new EvidenceMark.InMedia(first(), 0, null, null, new EvidenceMark.Box(x, y, w, h), null));
        return this;
    }

    Said read(int from, int to) {
        evidence.add(new EvidenceMark.InText(first(), EvidenceMark.Place.TEXT, 0, from, to, null));
        return this;
    }

    private ClauseCode first() {
        return answers.entrySet().stream()
                .filter(one -> one.getValue() == Answer.YES)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    Proposal done() {
        return new Proposal(
                "P",
                null,
                null,
                answers,
                new TreeMap<>(),
                outcome,
                exception,
                null,
                account,
                referrals,
                null,
                null,
                evidence,
                List.of(),
                null,
                null,
                false);
    }

    /** An item, what counts of it, and what is accepted. */
    record Keyed(Set<Field> counts, List<Proposal> accepted) {
        static Keyed of(Set<Field> counts, Said... accepted) {
            var all = EnumSet.of(Field.OUTCOME, Field.CLAUSES);
            all.addAll(counts);
            return new Keyed(all, Arrays.stream(accepted).map(Said::done).toList());
        }

        Keyed onlyFirst() {
            return new Keyed(counts, accepted.subList(0, 1));
        }

        /** @param place of the item in its set, which also says how many seconds the answer took */
        Reviewed answered(int place, @Nullable Said answer) {
            String id = "P-%02d".formatted(place);
            var content = new DeskFormat(Instant.parse("2026-01-01T00:00:00Z")).read("""
                {"id":"%s","kind":"VIDEO","media":[{"durationMs":10000}],"text":"ten and ten more letters",
                 "reports":[{"id":"r","source":"USER","at":"2026-01-01T00:00:00Z"}]}
                """.formatted(id));
            Proposal first = accepted.getFirst();
            var clause = first.answered(Answer.YES).stream()
                    .findFirst()
                    .or(() -> first.answered(Answer.UNSURE).stream().findFirst())
                    .orElseGet(() -> first.answers().firstKey());
            return new Reviewed(
                    new PracticeItem(id, place, Told.both("Item " + id, "Item " + id), content),
                    new AnswerKey(
                            accepted, counts, Told.nothing(), Told.nothing(), Difficulty.EASY, clause, List.of("tess")),
                    answer == null
                            ? null
                            : new GivenAnswer(
                                    id, answer.done(), Instant.parse("2026-01-02T00:00:00Z"), place * 1_000L));
        }
    }
}
