package org.moderationdesk.referrals.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.referrals.AnswerWords;
import org.moderationdesk.referrals.Environment;
import org.moderationdesk.referrals.Referral;
import org.moderationdesk.referrals.ReferralClock;
import org.moderationdesk.referrals.ReferralEvent;
import org.moderationdesk.referrals.Standing;
import org.moderationdesk.referrals.What;

/** Says what referrals are and how far they have come, in one language. */
final class ReferralWords {
    private final Texts texts;
    private final Kit kit;

    ReferralWords(Kit kit) {
        this.texts = kit.texts();
        this.kit = kit;
    }

    Texts texts() {
        return texts;
    }

    String kind(ReferralTarget target) {
        return texts.get("referrals.kind." + target);
    }

    Icon icon(ReferralTarget target) {
        return switch (target) {
            case NCMEC -> Icon.SAFE_VIEW;
            case JUDICIAL_AUTHORITY -> Icon.BACKUP;
            case EMERGENCY_SERVICES -> Icon.SUPPORT;
        };
    }

    String standing(Referral referral) {
        return texts.get(key("referrals.standing.", referral, referral.standing()));
    }

    /** What it means, and who does what next. */
    String means(Referral referral) {
        return texts.get(key("referrals.standing.means.", referral, referral.standing()));
    }

    /** Of its kind, where that says it in words of its own. */
    private String key(String stem, Referral referral, Enum<?> what) {
        String own = stem + referral.line().to() + "." + what;
        return texts.has(own) ? own : stem + what;
    }

    Tone tone(Standing standing) {
        return switch (standing) {
            case AWAITING_SECOND, TO_DO, DRAFT, KEPT -> Tone.ATTENTION;
            case UNDER_WAY -> Tone.ACCENT;
            case HALTED -> Tone.DANGER;
            case SENT -> Tone.SUCCESS;
            case NOT_YET, TESTED, TAKEN_BACK, REVERSED, LAPSED -> Tone.NEUTRAL;
        };
    }

    /** "2 h 05 left", "4 min late"; empty where no clock runs. */
    String clock(Referral referral, Instant now) {
        ReferralClock clock = referral.clock();
        if (clock == null) {
            return "";
        }
        Duration left = Duration.between(now, clock.at());
        String span = kit.times().span(left);
        return switch (clock.kind()) {
            case RELEASE -> texts.get("referrals.clock.release", span);
            case SEND_BY -> texts.get(left.isPositive() ? "referrals.clock.send" : "referrals.clock.late", span);
            case LAPSE -> texts.get(left.isPositive() ? "referrals.clock.lapse" : "referrals.clock.lapsed", span);
        };
    }

    /** The same as a whole sentence, with the moment itself. */
    String deadline(Referral referral, Instant now) {
        ReferralClock clock = referral.clock();
        if (clock == null) {
            return texts.get("referrals.deadline.none");
        }
        return texts.get(
                key("referrals.deadline.", referral, clock.kind()),
                clock(referral, now),
                kit.times().moment(clock.at(), now));
    }

    String account(Referral referral) {
        return referral.account().isEmpty() ? texts.get("referrals.no-account") : SafeLine.of(referral.account());
    }

    String moment(Instant at) {
        return kit.times().moment(at, kit.clock().instant());
    }

    String environment(Environment environment) {
        return texts.get("referrals.environment." + environment);
    }

    /** What happened. */
    String event(ReferralEvent event) {
        return switch (event) {
            case ReferralEvent.Decided decided -> texts.get("referrals.event.decided", SafeLine.of(decided.by()));
            case ReferralEvent.Answered answered ->
                texts.get("referrals.event.answered." + answered.verdict(), SafeLine.of(answered.by()));
            case ReferralEvent.Drafted drafted -> texts.get("referrals.event.drafted", SafeLine.of(drafted.by()));
            case ReferralEvent.Made made ->
                texts.get(
                        "referrals.event.made", SafeLine.of(made.by()), environment(made.environment()), made.files());
            case ReferralEvent.Asked asked -> asked(asked);
            case ReferralEvent.Entered entered ->
                texts.get("referrals.event.entered." + entered.kind(), SafeLine.of(entered.by()));
            case ReferralEvent.Wished wished ->
                texts.get(
                        wished.goesOn() ? "referrals.event.goes-on" : "referrals.event.taken-back",
                        SafeLine.of(wished.by()));
            case ReferralEvent.PapersErased _ -> texts.get("referrals.event.papers-erased");
        };
    }

    /** What came of it, and what follows from that; empty where the line itself says all. */
    String outcome(ReferralEvent event) {
        return switch (event) {
            case ReferralEvent.Answered answered -> SafeLine.of(answered.why());
            case ReferralEvent.Asked asked -> outcome(asked);
            case ReferralEvent.Entered entered -> SafeLine.of(entered.words());
            case ReferralEvent.Decided _,
                    ReferralEvent.Drafted _,
                    ReferralEvent.Made _,
                    ReferralEvent.Wished _,
                    ReferralEvent.PapersErased _ -> "";
        };
    }

    private String asked(ReferralEvent.Asked asked) {
        String key = "referrals.event.asked." + asked.what().name().toLowerCase(Locale.ROOT);
        if (asked.what() == What.UPLOAD || asked.what() == What.DESCRIBE) {
            return texts.get(key, asked.file(), number(asked.report()));
        }
        return texts.get(key, number(asked.report()));
    }

    private String outcome(ReferralEvent.Asked asked) {
        return asked.outcome() == null
                ? texts.get("referrals.event.no-answer")
                : AnswerWords.of(texts, asked.outcome(), asked.code());
    }

    private String number(@Nullable Long report) {
        return report == null ? texts.get("referrals.no-number") : Long.toString(report);
    }
}
