package org.moderationdesk.referrals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.ApprovalVerdict;

/** Something that happened of a referral. */
public sealed interface ReferralEvent {
    Instant at();

    /** It was asked for. */
    record Decided(Instant at, String by) implements ReferralEvent {}

    /** @param why empty where nothing was said */
    record Answered(Instant at, String by, ApprovalVerdict verdict, String why) implements ReferralEvent {}

    record Drafted(Instant at, String by) implements ReferralEvent {}

    /** A report was made of the draft. */
    record Made(Instant at, String by, Environment environment, int files) implements ReferralEvent {}

    /**
     * NCMEC was asked something.
     *
     * @param file which file it was about, from 1; 0 for none
     * @param report its number there; null where there is none yet
     * @param outcome null while nothing is known of it
     * @param code NCMEC's own
     */
    record Asked(
            Instant at,
            What what,
            int file,
            @Nullable Long report,
            @Nullable Outcome outcome,
            @Nullable Integer code) implements ReferralEvent {}

    /**
     * A person did something about it outside the desk, and entered that here.
     *
     * @param words such as whom they called or under what number it arrived; empty where there are none
     */
    record Entered(Instant at, String by, Kind kind, String words) implements ReferralEvent {
        /** What they did. */
        public enum Kind {
            /** A dossier lies here; nothing went out by that. */
            DOSSIER,
            /** It went out and arrived. */
            RECEIPT,
            /** What an authority answered after that. */
            ANSWER,
            CALL,
            REACHED,
            NOT_REACHED
        }
    }

    /** What was written and sent for it was erased, once nothing preserved it any more. That it went out stays. */
    record PapersErased(Instant at) implements ReferralEvent {}

    /** @param goesOn whether somebody let it go on, else took it back */
    record Wished(Instant at, String by, boolean goesOn) implements ReferralEvent {}
}
