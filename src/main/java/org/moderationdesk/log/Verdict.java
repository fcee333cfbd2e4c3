package org.moderationdesk.log;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;

/**
 * What {@link Verifier} found.
 *
 * @param entries how many entries hold
 * @param head the hash of the last of them
 * @param firstBroken the first entry that does not hold; null where all do
 */
public record Verdict(
        long entries,
        boolean intact,
        String head,
        @Nullable Long firstBroken,
        @Nullable Finding finding) {
    static Verdict intact(LogHead head) {
        return new Verdict(head.seq(), true, head.hash(), null, null);
    }

    static Verdict broken(LogHead holdsTo, Finding finding) {
        return new Verdict(holdsTo.seq(), false, holdsTo.hash(), finding.entry(), finding);
    }

    /** Why the log does not verify, as one sentence. */
    public Optional<String> why(Texts texts) {
        return Optional.ofNullable(finding).map(found -> found.words(texts));
    }
}
