package org.moderationdesk.practice;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.Dialect;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.AwaitedDecision;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.items.CaseReport;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.Report;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.review.Opened;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Picks real decided cases for a set: copied, under other names, with what was decided as their key. Cases of child safety
 * are never picked, nor what came to be one since. Not for the JavaFX thread; safe for any other.
 */
public final class Picking {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final int MOST = 200;
    private static final Set<DecisionState> STANDING =
            EnumSet.of(DecisionState.IN_EFFECT, DecisionState.AWAITING_SECOND);
    private static final String SECRET = "select secret from practice.set_secret where set_id = ?";
    private static final String INSERT_SECRET = "insert into practice.set_secret (set_id, secret) values (?, ?)";

    private final Store store;
    private final InstantSource clock;
    private final Sets sets;
    private final StoredDecisions decisions;
    private final StoredItems items;
    private final Rules rules;

    public Picking(Store store, InstantSource clock, Sets sets, StoredDecisions decisions, PracticeRooms rooms) {
        this.store = store;
        this.clock = clock;
        this.sets = sets;
        this.decisions = decisions;
        this.items = rooms.items();
        this.rules = rooms.rules();
    }

    /**
     * Copies the cases of these decisions into a draft, as they were decided.
     *
     * @param decided ids of decisions that stand, at most 200
     * @param language in which what was written about them is
     * @throws PracticeRefused when one is not there, concerns child safety, or has been erased; then none is copied
     */
    public PracticeSet pick(Person trainer, String setId, List<String> decided, Language language) {
        Rights.require(trainer, Right.TRAIN);
        List<Changes.Put> put = new ArrayList<>();
        List<KeyJson.Line> keys = new ArrayList<>();
        for (Made made : made(trainer, setId, decided)) {
            put.add(new Changes.Put(
                    Told.nothing(),
                    made.copied().item().copy(),
                    new Changes.Source(
                            made.decision().line().itemId(),
                            made.decision().line().id())));
            keys.add(new KeyJson.Line(made.copied().id(), Told.nothing(), key(trainer, made, language)));
        }
        return sets.change(trainer, setId, Changes.ofItems(put, keys), Told.nothing());
    }

    /** The same copies, to be looked at; nothing is kept. Refused as {@link #pick} is. */
    public List<PickedCopy> preview(Person trainer, String setId, List<String> decided, Language language) {
        Rights.require(trainer, Right.TRAIN);
        SetTerms terms = sets.find(trainer, setId).newest().terms();
        Book book = rules.edition(terms.edition());
        List<PickedCopy> copies = new ArrayList<>();
        for (Made made : made(trainer, setId, decided)) {
            String id = made.copied().id();
            var item = new PracticeItem(
                    id, copies.size() + 1, Told.nothing(), made.copied().item().copy());
            Opened opened = store.read(
                    handle -> LaidOut.of(handle, item, terms, book, trainer, clock.instant(), setId + " " + id));
            copies.add(new PickedCopy(made.decision().line().id(), item, key(trainer, made, language), opened));
        }
        return copies;
    }

    /** A copy, and the decision that it is made of. */
    private record Made(Copied copied, AwaitedDecision decision) {}

    private List<Made> made(Person trainer, String setId, List<String> decided) {
        if (decided.isEmpty() || decided.size() > MOST) {
            throw new PracticeRefused(Why.TOO_MANY_ITEMS, MOST);
        }
        PracticeSet set = sets.find(trainer, setId);
        if (set.state() != SetState.DRAFT) {
            throw new PracticeRefused(Why.WRONG_STATE, set.number());
        }
        var names = new Pseudonyms(store.write(handle -> secret(handle, setId)));
        List<Made> made = new ArrayList<>();
        int number = set.newest().items();
        for (String id : decided) {
            AwaitedDecision one = decisions
                    .approvals()
                    .find(trainer, id)
                    .filter(found -> STANDING.contains(found.line().state()))
                    // Its key would be what somebody answered to another key.
                    .filter(found -> store.read(handle ->
                                    HiddenRows.find(handle, found.line().itemId()))
                            .isEmpty())
                    .orElseThrow(() -> new PracticeRefused(Why.UNKNOWN_DECISION, id));
            String copy = freeId(trainer, set, ++number);
            made.add(new Made(store.read(handle -> copied(handle, one, names, copy)), one));
        }
        return made;
    }

    private String freeId(Person trainer, PracticeSet set, int number) {
        String id = "C-" + number;
        boolean taken = store.read(handle ->
                ItemRows.find(handle, set.id(), set.newest().version(), id).isPresent());
        return taken ? freeId(trainer, set, number + 1_000) : id;
    }

    /** A copy, and what was decided. */
    private record Copied(Pseudonymised item, Pseudonyms names, String id, Item real, Proposal decided) {}

    private Copied copied(Handle handle, AwaitedDecision one, Pseudonyms names, String copy) {
        String itemId = one.line().itemId();
        Item real = items.version(handle, itemId, one.line().itemVersion())
                .orElseThrow(
                        () -> new PracticeRefused(Why.SOURCE_GONE, one.line().id()));
        List<Report> reports = items.file(handle, itemId).stream()
                .flatMap(file -> file.reports().stream())
                .filter(report -> report.caseId() == one.line().caseId())
                .map(CaseReport::report)
                .toList();
        Proposal proposal = decisions
                .approvals()
                .proposal(handle, one.line().id())
                .orElseThrow(() ->
                        new PracticeRefused(Why.UNKNOWN_DECISION, one.line().id()));
        boolean ofMinors = one.childSafety()
                || proposal.answers().keySet().stream()
                        .anyMatch(code -> code.section().chapter() == 8)
                || reports.stream()
                        .flatMap(report -> report.sections().stream())
                        .anyMatch(code -> code.startsWith("8."));
        if (ofMinors) {
            throw new PracticeRefused(Why.CHILD_SAFETY);
        }
        boolean stands = Dialect.of(handle).isShared()
                ? handle.createQuery("select practice.may_be_copied(?)")
                        .bind(0, itemId)
                        .mapTo(Boolean.class)
                        .one()
                : Copies.mayBeCopied(handle, itemId);
        if (!stands) {
            throw new PracticeRefused(Why.SOURCE_GONE, one.line().id());
        }
        return new Copied(new Pseudonymised(names, real, reports, copy), names, copy, real, proposal);
    }

    private AnswerKey key(Person trainer, Made made, Language language) {
        Copied copied = made.copied();
        AwaitedDecision one = made.decision();
        Proposal decided = copied.decided();
        Duration since = Duration.between(one.line().at(), clock.instant());
        AccountMeasure account = decided.account();
        AccountMeasure lasting = account.until() == null
                ? account
                : new AccountMeasure(account.type(), account.until().plus(since), account.features());
        Proposal accepted = new PseudonymisedAnswer(copied.names(), copied.item()).of(decided, copied.id(), lasting);
        return new AnswerKey(
                List.of(accepted),
                EnumSet.allOf(Field.class),
                accepted.rationale() == null ? Told.nothing() : Told.in(language, accepted.rationale()),
                Told.nothing(),
                Difficulty.MEDIUM,
                one.line().yes().isEmpty() ? null : one.line().yes().getFirst(),
                List.of(trainer.name()));
    }

    private static String secret(Handle handle, String set) {
        return handle.createQuery(SECRET)
                .bind(0, set)
                .mapTo(String.class)
                .findOne()
                .orElseGet(() -> {
                    byte[] random = new byte[SECRET_BYTES];
                    RANDOM.nextBytes(random);
                    String made = HexFormat.of().formatHex(random);
                    handle.execute(INSERT_SECRET, set, made);
                    return made;
                });
    }
}
