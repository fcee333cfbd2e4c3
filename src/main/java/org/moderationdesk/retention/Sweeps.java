package org.moderationdesk.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.ItemErasure;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Erasing;
import org.moderationdesk.log.OldTexts;
import org.moderationdesk.log.OldTexts.OldText;
import org.moderationdesk.queue.CaseErasure;
import org.moderationdesk.queue.CaseErasure.CasesOfItem;
import org.moderationdesk.queue.CaseErasure.ClosedCase;
import org.moderationdesk.referrals.PaperErasure;
import org.moderationdesk.review.LookErasure;
import org.moderationdesk.review.LookErasure.OldLook;

/** The walks, one a class of data. */
final class Sweeps {
    private static final int PAGE = 200;
    private static final String BY_PERIOD = "PERIOD";

    private final ItemErasure items;
    private final Holds holds;

    Sweeps(ItemErasure items, Holds holds) {
        this.items = items;
        this.holds = holds;
    }

    Sweep of(DataClass what) {
        return switch (what) {
            case LOOKS -> new Looks();
            case TEXTS -> new Texts();
            case REPORTS -> new Reports();
            case CONTENT -> new Content();
            case ACCOUNTS -> new Accounts();
            case PAPERS -> new PaperSweep();
        };
    }

    private static Erasing begin(Act act, @Nullable String item, DataClass what) {
        return new Erasing(act, item, Map.of("why", BY_PERIOD, "what", what.name()));
    }

    private static <T> @Nullable String next(List<T> page, Function<T, String> key) {
        return page.size() < PAGE ? null : key.apply(page.getLast());
    }

    private static final class Looks implements Sweep {
        @Override
        public String start() {
            return "";
        }

        @Override
        public Page page(Handle handle, Instant moment, String from) {
            List<OldLook> found = LookErasure.before(handle, moment, from, PAGE);
            return new Page(
                    found.stream()
                            .map(look -> new Old(look.id(), List.of(look.itemId())))
                            .toList(),
                    next(found, OldLook::id));
        }

        @Override
        public List<String> erase(Act act, Old old, String day) {
            Erasing to = begin(act, old.items().getFirst(), DataClass.LOOKS);
            LookErasure.look(to, old.id());
            to.end();
            return List.of();
        }
    }

    private final class Texts implements Sweep {
        @Override
        public String start() {
            return "0 ";
        }

        @Override
        public Page page(Handle handle, Instant moment, String from) {
            int gap = from.indexOf(' ');
            List<OldText> found = OldTexts.before(
                    handle, moment, Long.parseLong(from.substring(0, gap)), from.substring(gap + 1), PAGE);
            Set<String> needed =
                    holds.reasons(handle, found.stream().map(OldText::id).toList());
            return new Page(
                    found.stream()
                            .filter(text -> !needed.contains(text.id()))
                            .map(text -> new Old(text.id(), text.itemId() == null ? List.of() : List.of(text.itemId())))
                            .toList(),
                    next(found, text -> text.seq() + " " + text.id()));
        }

        @Override
        public List<String> erase(Act act, Old old, String day) {
            Erasing to = begin(act, old.items().isEmpty() ? null : old.items().getFirst(), DataClass.TEXTS);
            to.text(old.id());
            to.end();
            return List.of();
        }
    }

    /** By case: what was reported of a case that is long closed goes also while a later case of the item is young. */
    private final class Reports implements Sweep {
        @Override
        public String start() {
            return "0";
        }

        @Override
        public Page page(Handle handle, Instant moment, String from) {
            List<ClosedCase> found = CaseErasure.closedBefore(handle, moment, Long.parseLong(from), PAGE);
            Map<String, Instant> erased = ErasedMarks.of(
                    handle,
                    DataClass.REPORTS,
                    found.stream().map(one -> Long.toString(one.id())).toList());
            return new Page(
                    found.stream()
                            .filter(one -> !erased.getOrDefault(Long.toString(one.id()), Instant.MIN)
                                    .isAfter(one.closedAt()))
                            .map(one -> new Old(Long.toString(one.id()), List.of(one.itemId())))
                            .toList(),
                    next(found, one -> Long.toString(one.id())));
        }

        @Override
        public List<String> erase(Act act, Old old, String day) {
            String item = old.items().getFirst();
            Erasing to = begin(act, item, DataClass.REPORTS);
            int unused = items.reports(to, item, Long.parseLong(old.id()));
            ErasedMarks.set(to, DataClass.REPORTS, old.id());
            to.end();
            return List.of();
        }
    }

    /** By item, at the last of its cases. */
    private final class Content implements Sweep {
        @Override
        public String start() {
            return "0";
        }

        @Override
        public Page page(Handle handle, Instant moment, String from) {
            List<ClosedCase> found = CaseErasure.closedBefore(handle, moment, Long.parseLong(from), PAGE);
            Set<String> ids = found.stream().map(ClosedCase::itemId).collect(Collectors.toSet());
            Map<String, CasesOfItem> cases = CaseErasure.ofItems(handle, ids);
            Map<String, Instant> erased = ErasedMarks.of(handle, DataClass.CONTENT, ids);
            List<Old> old = new ArrayList<>();
            for (ClosedCase one : found) {
                CasesOfItem all = cases.get(one.itemId());
                if (all != null
                        && all.lastId() == one.id()
                        && all.open() == 0
                        && all.lastClosed().isBefore(moment)
                        && !erased.getOrDefault(one.itemId(), Instant.MIN).isAfter(all.lastClosed())) {
                    old.add(new Old(one.itemId(), List.of(one.itemId())));
                }
            }
            return new Page(old, next(found, one -> Long.toString(one.id())));
        }

        @Override
        public List<String> erase(Act act, Old old, String day) {
            Erasing to = begin(act, old.id(), DataClass.CONTENT);
            List<String> files = items.content(to, old.id(), day);
            CaseErasure.excerpts(to, old.id());
            LookErasure.drafts(act.handle(), old.id());
            PaperErasure.drafts(act.handle(), old.id());
            ErasedMarks.set(to, DataClass.CONTENT, old.id());
            to.end();
            return files;
        }
    }

    /** By account, once all cases of all its items are long closed. */
    private final class Accounts implements Sweep {
        @Override
        public String start() {
            return "";
        }

        @Override
        public Page page(Handle handle, Instant moment, String from) {
            List<String> found = items.accountsAfter(handle, from, PAGE);
            Map<String, Instant> erased = ErasedMarks.of(handle, DataClass.ACCOUNTS, found);
            Map<String, List<String>> itemsOf = new HashMap<>();
            found.forEach(account -> itemsOf.put(account, items.itemsOf(handle, account)));
            List<Old> old = new ArrayList<>();
            for (String account : found) {
                List<String> theirs = itemsOf.getOrDefault(account, List.of());
                Map<String, CasesOfItem> cases = CaseErasure.ofItems(handle, theirs);
                Instant last = cases.values().stream()
                        .map(CasesOfItem::lastClosed)
                        .max(Instant::compareTo)
                        .orElse(Instant.MAX);
                boolean settled = last.isBefore(moment)
                        && cases.values().stream().allMatch(one -> one.open() == 0)
                        && holds.onAccount(handle, account).isEmpty();
                if (settled && !erased.getOrDefault(account, Instant.MIN).isAfter(last)) {
                    old.add(new Old(account, theirs));
                }
            }
            return new Page(old, next(found, account -> account));
        }

        @Override
        public List<String> erase(Act act, Old old, String day) {
            Erasing to = begin(act, old.items().isEmpty() ? null : old.items().getFirst(), DataClass.ACCOUNTS);
            boolean unused = items.account(to, old.id());
            ErasedMarks.set(to, DataClass.ACCOUNTS, old.id());
            to.end();
            return List.of();
        }
    }
}
