package org.moderationdesk.notices;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.AccountMeasure.Feature;
import org.moderationdesk.decisions.MeasureType;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ReachReason;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.Report;
import org.moderationdesk.referrals.targets.Target;

/**
 * Why something was done, as the person concerned is to know it (Digital Services Act, article 17(3)): nobody here, nobody
 * who reported, no referral and no reason in the words of whoever decided is in it.
 *
 * @param taken what is in effect; empty for a message that only says who helps
 * @param clauses of the book that were answered "yes"
 * @param sources of the reports that were there when it was decided
 * @param inNeed whether emergency services were to be told, or a rule on suicide or self-harm was broken
 * @param help who helps a person in need; empty where the decision gives no cause for it, and where nobody is known
 * @param complaints where one complains, on one line; empty where nobody has said
 * @param usual the language that the person is thought to read, of the desk's own
 */
public record Statement(
        String decisionId,
        About about,
        List<Taken> taken,
        Book book,
        List<ClauseCode> clauses,
        @Nullable ReachReason reach,
        Set<Report.Source> sources,
        boolean inNeed,
        List<Target> help,
        String complaints,
        Language usual) {
    public Statement {
        taken = List.copyOf(taken);
        clauses = List.copyOf(clauses);
        sources = Set.copyOf(sources);
        help = List.copyOf(help);
    }

    /**
     * What it is about.
     *
     * @param url only one that shows all of itself
     */
    public record About(
            ItemKind kind,
            @Nullable Instant postedAt,
            @Nullable String url,
            Instant decidedAt) {}

    /**
     * One thing that is in effect.
     *
     * @param until null for without an end
     * @param features that a block takes away
     */
    public record Taken(MeasureType type, @Nullable Instant until, List<Feature> features) {
        public Taken {
            features = List.copyOf(features);
        }
    }
}
