package org.moderationdesk.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.guidelines.BookSearch;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.StoredAccounts;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.queue.PersonSearches;
import org.moderationdesk.shell.PaletteEntry;
import org.moderationdesk.shell.PaletteSource;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;

/** What the palette finds on an open desk. */
final class PaletteSources {
    private static final int MOST = 8;

    private final OpenDesk desk;
    private final Texts texts;
    private final Person person;
    private final PersonSearches searches;

    PaletteSources(OpenDesk desk, Texts texts, Person person) {
        this.desk = desk;
        this.texts = texts;
        this.person = person;
        this.searches = desk.personSearches();
    }

    /** Open cases: the one of this very item, else those in which the words occur. */
    PaletteSource items(Consumer<String> open) {
        return query -> {
            if (query.isEmpty()) {
                return List.of();
            }
            Optional<CaseRow> exact = desk.queue().find(person, query);
            List<CaseRow> rows = exact.map(List::of)
                    .orElseGet(() -> query.length() < 3
                            ? List.of()
                            : desk.queue()
                                    .page(person, CaseFilter.all().searching(query), Ordering.URGENCY, null, MOST)
                                    .rows());
            return rows.stream()
                    .map(row ->
                            new PaletteEntry(Icon.REVIEW, row.itemId(), row.excerpt(), () -> open.accept(row.itemId())))
                    .toList();
        };
    }

    /** Accounts by how handle or id begins; choosing one opens its most urgent case. */
    PaletteSource accounts(Consumer<String> open, Runnable onNone) {
        return query -> {
            String start = query.startsWith("@") ? query.substring(1) : query;
            return start.length() < 2
                    ? List.of()
                    : told(desk.accounts().beginningWith(start, MOST).stream()
                                    .filter(this::mayKnow)
                                    .toList())
                            .stream()
                            .map(found -> account(found, open, onNone))
                            .toList();
        };
    }

    /** The log is told whom somebody has searched for. */
    private List<StoredAccounts.Found> told(List<StoredAccounts.Found> found) {
        searches.found(person, found.stream().map(StoredAccounts.Found::id).toList());
        return found;
    }

    /** An account that has nothing but child-safety cases is not there without the clearance. */
    private boolean mayKnow(StoredAccounts.Found found) {
        return Rights.sees(person, true)
                || !desk.queue().ofAccount(person, found.id(), 1).isEmpty();
    }

    private PaletteEntry account(StoredAccounts.Found found, Consumer<String> open, Runnable onNone) {
        List<CaseRow> cases = desk.queue().ofAccount(person, found.id(), MOST);
        String name = found.displayName() == null ? found.id() : found.displayName();
        String detail = cases.size() == 1
                ? texts.get("shell.found.account-one", name)
                : texts.get("shell.found.account", name, cases.size());
        return new PaletteEntry(
                Icon.ACCOUNT, found.handle() == null ? found.id() : "@" + found.handle(), detail, () -> {
                    if (cases.isEmpty()) {
                        onNone.run();
                    } else {
                        open.accept(cases.getFirst().itemId());
                    }
                });
    }

    /** Clauses by code or words, in the language of the interface. */
    PaletteSource clauses(Consumer<ClauseCode> open) {
        var search = new BookSearch(desk.book());
        return query -> {
            var found = new ArrayList<PaletteEntry>();
            for (BookSearch.Hit hit : search.search(query, texts.language())) {
                ClauseCode.parse(hit.code())
                        .ifPresent(code -> found.add(new PaletteEntry(
                                Icon.GUIDELINES, code.value(), hit.excerpt(), () -> open.accept(code))));
                if (found.size() == MOST) {
                    break;
                }
            }
            return List.copyOf(found);
        };
    }

    /** Actions whose words contain what is typed; all of them before anything is. */
    PaletteSource actions(List<PaletteEntry> actions) {
        return query -> {
            String wanted = query.toLowerCase(Locale.ROOT);
            return actions.stream()
                    .filter(action -> action.title().toLowerCase(Locale.ROOT).contains(wanted))
                    .toList();
        };
    }
}
