package org.moderationdesk.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.HeldDecisions;
import org.moderationdesk.items.ItemErasure;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.RowState;
import org.moderationdesk.orders.HeldByOrder;
import org.moderationdesk.queue.CaseErasure;
import org.moderationdesk.queue.CaseErasure.CasesOfItem;
import org.moderationdesk.referrals.HeldByFiling;
import org.moderationdesk.referrals.HeldByReceipt;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.retention.Hold.Subject;

/** What must not be erased now: by the hand of a person, or by how its cases stand. */
final class Holds {
    /** For a year after a referral went out, and a report arrived, what it was about is preserved. */
    static final Duration AFTER_REFERRAL = Duration.ofDays(365);

    private static final int AT_ONCE = 400;
    private static final String BY_HAND = """
        select kind from retention_hold where subject_id = :id and subject = :subject and lifted_at is null
        """;
    private static final String OF_MANY = """
        select subject_id, kind
          from retention_hold
         where subject_id in (<ids>) and subject = :subject and lifted_at is null
        """;
    private static final String STANDING = """
        select h.id, h.subject, h.subject_id, h.kind, h.placed_by, h.placed_at, coalesce(t.words, '')
          from retention_hold h
          left join personal_text t on t.id = h.reason
         where h.lifted_at is null
         order by h.placed_at, h.event_seq
        """;
    private static final String INSERT = """
        insert into retention_hold (id, subject, subject_id, kind, placed_by, placed_at, reason, lifted_at, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, null, ?)
        """;
    private static final String FIND = """
        select subject, subject_id, kind, placed_by, placed_at, reason, event_seq
          from retention_hold
         where id = ? and lifted_at is null
        """;
    private static final String LIFT = "update retention_hold set lifted_at = ?, event_seq = ? where id = ?";
    private static final String REASON_IS_NEEDED = """
        select reason from retention_hold where reason in (<ids>) and lifted_at is null
        union all
        select t.why
          from hold_term t
          join retention_hold h on h.id = t.hold_id and h.lifted_at is null
         where t.why in (<ids>)
        """;

    private final ItemErasure items;

    Holds(ItemErasure items) {
        this.items = items;
    }

    /** Why these items are held, by item; those that are not are not in it. */
    Map<String, HoldKind> why(Handle handle, Collection<String> ids, Instant now) {
        Map<String, HoldKind> why = new HashMap<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            some(handle, all.subList(from, Math.min(all.size(), from + AT_ONCE)), now, why);
        }
        return why;
    }

    /** The same, but for what follows from a referral or report alone. */
    Map<String, HoldKind> besidesReferral(Handle handle, List<String> ids, Instant now) {
        Map<String, HoldKind> why = new HashMap<>();
        others(handle, ids, now, why);
        return why;
    }

    private void some(Handle handle, List<String> ids, Instant now, Map<String, HoldKind> why) {
        others(handle, ids, now, why);
        HeldDecisions.referredSince(handle, ids, now.minus(AFTER_REFERRAL))
                .forEach(item -> add(why, item, HoldKind.REFERRAL));
        Duration kept = Duration.ofDays(StoredTargets.preservationDays(handle, StoredTargets.NCMEC));
        HeldByFiling.items(handle, ids, now.minus(kept)).forEach(item -> add(why, item, HoldKind.REFERRAL));
        HeldByReceipt.items(handle, ids, now).forEach(item -> add(why, item, HoldKind.REFERRAL));
    }

    private void others(Handle handle, List<String> ids, Instant now, Map<String, HoldKind> why) {
        Map<String, CasesOfItem> cases = CaseErasure.ofItems(handle, ids);
        cases.forEach((item, of) -> {
            if (of.open() > 0) {
                add(why, item, HoldKind.OPEN_CASE);
            }
        });
        HeldDecisions.awaiting(handle, ids).forEach(item -> add(why, item, HoldKind.AWAITING_SECOND));
        HeldDecisions.referralsAwaiting(handle, ids).forEach(item -> add(why, item, HoldKind.AWAITING_SECOND));
        HeldByOrder.items(handle, ids, now).forEach(item -> add(why, item, HoldKind.ORDER));
        Set<Long> appeals = items.casesWithAppeal(handle, ids);
        cases.forEach((item, of) -> {
            if (of.openId() != 0 && appeals.contains(of.openId())) {
                add(why, item, HoldKind.APPEAL);
            }
        });
        byHand(handle, Subject.ITEM, ids).forEach((item, kind) -> add(why, item, kind));
        Map<String, String> accounts = items.accountsOf(handle, ids);
        Map<String, HoldKind> ofAccounts = byHand(handle, Subject.ACCOUNT, Set.copyOf(accounts.values()));
        accounts.forEach((item, account) -> {
            HoldKind kind = ofAccounts.get(account);
            if (kind != null) {
                add(why, item, kind);
            }
        });
    }

    /** The hold that somebody placed on the account itself. */
    Optional<HoldKind> onAccount(Handle handle, String accountId) {
        return handle
                .createQuery(BY_HAND)
                .bind("id", accountId)
                .bind("subject", Subject.ACCOUNT.name())
                .map((row, _) -> HoldKind.valueOf(row.getString(1)))
                .stream()
                .min(HoldKind::compareTo);
    }

    /** Those of the personal texts that say why a hold stands. */
    Set<String> reasons(Handle handle, Collection<String> texts) {
        return texts.isEmpty()
                ? Set.of()
                : handle.createQuery(REASON_IS_NEEDED)
                        .bindList("ids", List.copyOf(texts))
                        .mapTo(String.class)
                        .set();
    }

    private static Map<String, HoldKind> byHand(Handle handle, Subject subject, Collection<String> ids) {
        Map<String, HoldKind> held = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery(OF_MANY)
                    .bindList("ids", List.copyOf(ids))
                    .bind("subject", subject.name())
                    .map((row, _) -> Map.entry(row.getString(1), HoldKind.valueOf(row.getString(2))))
                    .forEach(entry -> add(held, entry.getKey(), entry.getValue()));
        }
        return held;
    }

    private static void add(Map<String, HoldKind> why, String id, HoldKind kind) {
        why.merge(id, kind, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    static List<Hold> standing(Handle handle) {
        return handle.createQuery(STANDING)
                .map((row, _) -> new Hold(
                        row.getString(1),
                        Subject.valueOf(row.getString(2)),
                        row.getString(3),
                        HoldKind.valueOf(row.getString(4)),
                        row.getString(5),
                        Instant.ofEpochMilli(row.getLong(6)),
                        row.getString(7)))
                .list();
    }

    /** Writes it and tells the log. */
    static void place(Act act, Hold hold) {
        String reason = act.keep(hold.reason());
        long at = hold.at().toEpochMilli();
        act.handle()
                .execute(
                        INSERT,
                        hold.id(),
                        hold.subject().name(),
                        hold.subjectId(),
                        hold.kind().name(),
                        hold.by(),
                        at,
                        reason,
                        act.next());
        RowState told = RetentionTables.HOLD.added(
                hold.id(), hold.subject(), hold.subjectId(), hold.kind(), hold.by(), at, reason, null);
        act.append(entry(EventKind.HOLD_PLACED, hold.id(), hold.subject(), hold.subjectId(), told));
    }

    /** Says until when it is needed, and tells the log; answers with whether it stood. */
    static boolean extend(Act act, String id, Instant ends, String why) {
        return act.handle()
                .createQuery(FIND)
                .bind(0, id)
                .map((row, _) -> Map.entry(Subject.valueOf(row.getString(1)), row.getString(2)))
                .findOne()
                .map(of -> {
                    RowState told = HoldTerms.add(act, id, ends, why);
                    long seq = act.append(entry(EventKind.HOLD_EXTENDED, id, of.getKey(), of.getValue(), told));
                    return seq > 0;
                })
                .orElse(false);
    }

    /** Lifts it and tells the log; answers with whether it stood. */
    static boolean lift(Act act, String id) {
        List<Boolean> lifted = new ArrayList<>();
        act.handle()
                .createQuery(FIND)
                .bind(0, id)
                .map((row, _) -> {
                    long at = act.at().toEpochMilli();
                    Subject subject = Subject.valueOf(row.getString(1));
                    RowState told = RetentionTables.HOLD.changed(
                            id,
                            row.getLong(7),
                            subject,
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getLong(5),
                            row.getString(6),
                            at);
                    return entry(EventKind.HOLD_LIFTED, id, subject, row.getString(2), told);
                })
                .findOne()
                .ifPresent(entry -> {
                    act.handle().execute(LIFT, act.at().toEpochMilli(), act.next(), id);
                    act.append(entry);
                    lifted.add(true);
                });
        return !lifted.isEmpty();
    }

    private static Entry entry(EventKind kind, String id, Subject subject, String subjectId, RowState told) {
        Map<String, Object> facts =
                subject == Subject.ACCOUNT ? Map.of("hold", id, "account", subjectId) : Map.of("hold", id);
        return new Entry(kind, null, subject == Subject.ITEM ? subjectId : null, facts, List.of(told));
    }
}
