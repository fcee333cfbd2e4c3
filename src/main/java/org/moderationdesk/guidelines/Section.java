package org.moderationdesk.guidelines;

import java.util.List;
import java.util.Set;

/** One section of the book. */
public record Section(
        SectionCode code,
        String id,
        Severity severity,
        SectionRules content,
        SectionHandling handling,
        SourceLines source) {

    /** Clauses as the book lists them, those with parts included. */
    public List<Clause> clauses() {
        return content.clauses();
    }

    /** The citable rules: clauses without parts, and parts. */
    public List<Clause> rules() {
        return content.clauses().stream().flatMap(Clause::rules).toList();
    }

    public List<CarveOut> carveOuts() {
        return content.carveOuts();
    }

    public Set<ReferralTarget> referrals() {
        return handling.referrals();
    }

    /** What becomes of a general exception here; single clauses may be stricter, see {@link #exceptionOn}. */
    public ExceptionRule exceptions() {
        return handling.exceptions().rule();
    }

    /** What becomes of a general exception on one clause of this section, for content with or without a picture. */
    public ExceptionRule exceptionOn(ClauseCode clause, boolean withPicture) {
        return withPicture && handling.exceptions().refusedWithPicture().contains(clause)
                ? ExceptionRule.REFUSED
                : exceptions();
    }

    /** Account measures that the guidelines name for this section itself; often none, see {@link Book#responses}. */
    public Set<AccountResponse> responses() {
        return handling.responses();
    }

    /** Whether animated, made or manipulated images are named as a breach like real ones. */
    public boolean synthetic() {
        return handling.notes().contains(BookNote.SYNTHETIC);
    }
}
