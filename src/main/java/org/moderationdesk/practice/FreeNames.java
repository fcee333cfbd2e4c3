package org.moderationdesk.practice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Report;

/** Ids that nothing and nobody on the desk has, nor in the lines that are about to come in. Lives within one transaction. */
final class FreeNames implements Dressing.Free {
    private final Handle handle;
    private final Set<String> items = new HashSet<>();
    private final Set<String> people = new HashSet<>();

    FreeNames(Handle handle, List<FlaggedItem> lines) {
        this.handle = handle;
        lines.forEach(this::take);
    }

    /** Those of this line are taken from now on. */
    void take(FlaggedItem line) {
        items.add(line.item().id());
        Author author = line.item().author();
        if (author != null) {
            people.add(author.id());
        }
        for (Report report : line.reports()) {
            if (report.reporter() != null) {
                people.add(report.reporter());
            }
        }
    }

    @Override
    public boolean item(String id) {
        return !items.contains(id) && HiddenRows.known(handle, Set.of(id)).isEmpty();
    }

    @Override
    public boolean account(String id) {
        return !people.contains(id) && none("select count(*) from account where id = ?", id);
    }

    @Override
    public boolean reporter(String id) {
        return account(id) && none("select count(*) from report_source where reporter = ?", id);
    }

    private boolean none(String count, String id) {
        return handle.createQuery(count).bind(0, id).mapTo(Long.class).one() == 0;
    }
}
