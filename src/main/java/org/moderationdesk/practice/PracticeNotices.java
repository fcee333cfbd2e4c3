package org.moderationdesk.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.base.Language;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** What practice has to tell: that one is asked, that a key was ruled on, that a certificate ends. Not for the JavaFX thread. */
public final class PracticeNotices {
    /** How long what has happened is told of. */
    private static final Duration TOLD = Duration.ofDays(30);

    private final Sets sets;
    private final Assignments assignments;
    private final Disputes disputes;
    private final Certifying certifying;
    private final InstantSource clock;

    public PracticeNotices(Practice practice) {
        sets = practice.sets();
        assignments = practice.assignments();
        disputes = practice.disputes();
        certifying = practice.certifying();
        clock = practice.clock();
    }

    /** For one person; all of it unread. */
    public List<Notice> of(Person person, Language language) {
        if (!Rights.has(person, Right.PRACTISE)) {
            return List.of();
        }
        Instant since = clock.instant().minus(TOLD);
        List<Notice> all = new ArrayList<>();
        List<PracticeSet> seen = sets.all(person);
        assignments.own(person).stream()
                .filter(one -> one.madeAt().isAfter(since))
                .forEach(one -> all.add(notice(
                        "practise " + one.id(),
                        Notice.Kind.PRACTISE,
                        one.setId(),
                        "",
                        one.madeBy(),
                        title(seen, one.setId(), language),
                        one.madeAt())));
        disputes.own(person).stream()
                .filter(one -> one.ruledAt() != null && one.ruledAt().isAfter(since))
                .forEach(one -> all.add(notice(
                        "key " + one.id(),
                        Notice.Kind.KEY_RULED,
                        one.setId(),
                        one.itemId(),
                        one.ruledBy(),
                        one.ruling(),
                        Objects.requireNonNull(one.ruledAt()))));
        disputes.rescored(person, since)
                .forEach(one -> all.add(notice(
                        "rescored " + one.runId() + " " + one.version(),
                        Notice.Kind.RESCORED,
                        one.setId(),
                        one.itemId(),
                        one.by(),
                        one.why(),
                        one.at())));
        ending(person, all);
        return all;
    }

    private void ending(Person person, List<Notice> all) {
        Instant now = clock.instant();
        List<Certificate> own = certifying.own(person);
        own.stream()
                .filter(one -> one.isGood(now) && !one.isGood(now.plus(Certifying.SOON)))
                .filter(one -> own.stream().noneMatch(other -> isLonger(other, one, now)))
                .forEach(one -> all.add(notice(
                        "certificate " + one.id(),
                        Notice.Kind.CERTIFICATE_ENDS,
                        "",
                        one.certification(),
                        "",
                        "",
                        one.until().minus(Certifying.SOON))));
    }

    private static boolean isLonger(Certificate other, Certificate one, Instant now) {
        return other.certification().equals(one.certification())
                && other.isGood(now)
                && other.until().isAfter(one.until());
    }

    private static String title(List<PracticeSet> sets, String id, Language language) {
        return sets.stream()
                .filter(set -> set.id().equals(id))
                .findFirst()
                .map(set -> set.newest().terms().title().in(language))
                .orElse("");
    }

    private static Notice notice(
            String key,
            Notice.Kind kind,
            String about,
            String itemId,
            @Nullable String who,
            @Nullable String words,
            Instant at) {
        return new Notice(
                "practice " + key,
                kind,
                about,
                itemId,
                Objects.requireNonNullElse(who, ""),
                Objects.requireNonNullElse(words, ""),
                at,
                false);
    }
}
