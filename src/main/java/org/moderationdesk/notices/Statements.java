package org.moderationdesk.notices;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.AccountMeasure.Feature;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.MeasureType;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ReachLimit;
import org.moderationdesk.decisions.ReferralProposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ReachReason;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.items.HostileText;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.Report;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.notices.Statement.Taken;
import org.moderationdesk.notices.Told.Why;
import org.moderationdesk.orders.HeldByOrder;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.targets.SupportLines;
import org.moderationdesk.referrals.targets.Target;
import org.moderationdesk.staff.Person;

/**
 * Makes what the person concerned is told of a decision. It sends nothing: the platform does. Not for the JavaFX thread;
 * safe for any other.
 */
public final class Statements {
    private static final int LONGEST_URL = 2_083;
    private static final String MARKED = """
        select count(*) from open_case where item_id = ? and (child_safety = true or sealed = true)
        """;

    private static final String CALLED = "select count(*) from emergency_call where item_id = ?";

    private final Store store;
    private final StoredDecisions decisions;
    private final Rules rules;
    private final StoredItems items;
    private final Supplier<Desk> desk;
    private final InstantSource clock;

    /**
     * What a desk says of itself.
     *
     * @param own two letters of where it is
     * @param complaints where one complains; empty where nobody has said
     */
    public record Desk(String own, String complaints) {}

    public Statements(
            Store store,
            StoredDecisions decisions,
            Rules rules,
            StoredItems items,
            Supplier<Desk> desk,
            InstantSource clock) {
        this.store = store;
        this.decisions = decisions;
        this.rules = rules;
        this.items = items;
        this.desk = desk;
        this.clock = clock;
    }

    /** Of one decision; empty where there is none, or none that this person may know of. */
    public Optional<Told> of(Person viewer, String decisionId) {
        return decisions
                .find(viewer, decisionId)
                .flatMap(line -> decisions.whole(decisionId).map(whole -> told(line, whole)));
    }

    private Told told(DecisionLine line, Map<String, Object> whole) {
        Proposal proposal = decisions.approvals().proposal(line.id()).orElseThrow();
        if (Boolean.TRUE.equals(whole.get("childSafety")) || isReported(proposal) || isMarked(line.itemId())) {
            return new Told.Nothing(Why.CHILD_SAFETY);
        }
        if (HeldByOrder.mayNotBeTold(store, line.itemId())) {
            return new Told.Nothing(Why.ORDERED);
        }
        List<Measure> inEffect =
                measures(whole).stream().filter(Measure::isInEffect).toList();
        List<Measure> now = inEffect.stream()
                .filter(measure -> !measure.releaseAt().isAfter(clock.instant()))
                .sorted(Comparator.comparing(Measure::type))
                .toList();
        Optional<ItemFile> file = items.file(line.itemId());
        boolean inNeed = isInNeed(line, proposal);
        if (now.isEmpty() && !inEffect.isEmpty()) {
            return new Told.NotYet(inEffect.stream()
                    .map(Measure::releaseAt)
                    .min(Instant::compareTo)
                    .orElseThrow());
        }
        if (now.isEmpty() && (!inNeed || isNoMore(line))) {
            return new Told.Nothing(whyNothing(line));
        }
        return file.<Told>map(there -> told(statement(line, proposal, there, now)))
                .orElseGet(() -> new Told.Nothing(Why.ERASED));
    }

    private static Told told(Statement statement) {
        return statement.taken().isEmpty() && statement.help().isEmpty()
                ? new Told.Nothing(Why.NO_LINES)
                : new Told.Of(statement);
    }

    private Statement statement(DecisionLine line, Proposal proposal, ItemFile file, List<Measure> now) {
        Item item = file.item();
        boolean inNeed = isInNeed(line, proposal);
        Desk says = desk.get();
        return new Statement(
                line.id(),
                new Statement.About(item.kind(), item.postedAt(), plain(item.url()), line.at()),
                now.stream().map(measure -> measure.taken(proposal)).toList(),
                rules.edition(line.edition()),
                proposal.answered(Answer.YES),
                reach(proposal),
                sources(file, line),
                inNeed,
                inNeed ? help(item, says.own()) : List.of(),
                says.complaints(),
                usual(item));
    }

    private static Why whyNothing(DecisionLine line) {
        if (isNoMore(line)) {
            return Why.NO_MORE;
        }
        return line.state() == DecisionState.AWAITING_SECOND ? Why.WAITS : Why.NOTHING_DONE;
    }

    private static boolean isNoMore(DecisionLine line) {
        return switch (line.state()) {
            case IN_EFFECT, AWAITING_SECOND -> false;
            case REVERSED, REPLACED, LAPSED -> true;
        };
    }

    private boolean isMarked(String itemId) {
        return isAny(MARKED, itemId);
    }

    private boolean isAny(String count, String itemId) {
        return store.read(handle ->
                handle.createQuery(count).bind(0, itemId).mapTo(Integer.class).one() > 0);
    }

    private static boolean isReported(Proposal proposal) {
        return proposal.referrals().stream().anyMatch(referral -> referral.to() == ReferralTarget.NCMEC);
    }

    /** Emergency services were to be told, or were called about the item without that, or a rule was broken at which the book names them: suicide and self-harm. */
    private boolean isInNeed(DecisionLine line, Proposal proposal) {
        Book book = rules.edition(line.edition());
        return proposal.referrals().stream().anyMatch(ReferralProposal::isEmergency)
                || isAny(CALLED, line.itemId())
                || proposal.answered(Answer.YES).stream()
                        .map(ClauseCode::section)
                        .flatMap(code -> book.section(code).stream())
                        .anyMatch(section -> section.referrals().contains(ReferralTarget.EMERGENCY_SERVICES));
    }

    private List<Target> help(Item item, String own) {
        String region = SupportLines.region(item).orElse(own);
        return SupportLines.of(store.read(StoredTargets::inForce), region, own);
    }

    private static Set<Report.Source> sources(ItemFile file, DecisionLine line) {
        Set<Report.Source> sources = EnumSet.noneOf(Report.Source.class);
        file.reports().stream()
                .filter(report -> report.caseId() == line.caseId())
                .filter(report -> !report.arrivedAt().isAfter(line.at()))
                .forEach(report -> sources.add(report.report().source()));
        return sources;
    }

    private static @Nullable ReachReason reach(Proposal proposal) {
        ReachLimit reach = proposal.reach();
        return reach == null || reach.reason() == null
                ? null
                : ReachReason.valueOf(reach.reason().name());
    }

    private static @Nullable String plain(@Nullable String url) {
        return url == null
                        || url.length() > LONGEST_URL
                        || url.chars().anyMatch(Character::isWhitespace)
                        || HostileText.hasHidden(url)
                ? null
                : url;
    }

    private static Language usual(Item item) {
        return item.language() != null
                        && item.language().toLowerCase(Locale.ROOT).startsWith("nl")
                ? Language.NL
                : Language.EN;
    }

    @SuppressWarnings("unchecked") // written as a list of objects
    private static List<Measure> measures(Map<String, Object> whole) {
        return ((List<Map<String, Object>>) whole.getOrDefault("measures", List.of()))
                .stream().map(Measure::of).toList();
    }

    private record Measure(
            MeasureType type,
            DecisionState state,
            Instant releaseAt,
            @Nullable Instant until) {
        static Measure of(Map<String, Object> map) {
            Object until = map.get("until");
            return new Measure(
                    MeasureType.valueOf(String.valueOf(map.get("measure"))),
                    DecisionState.valueOf(String.valueOf(map.get("state"))),
                    Instant.parse(String.valueOf(map.get("releaseAt"))),
                    until == null ? null : Instant.parse(until.toString()));
        }

        boolean isInEffect() {
            return state == DecisionState.IN_EFFECT;
        }

        Taken taken(Proposal proposal) {
            List<Feature> features = type == MeasureType.FEATURE_BLOCK
                    ? proposal.account().features().stream().sorted().toList()
                    : List.of();
            return new Taken(type, until, features);
        }
    }
}
