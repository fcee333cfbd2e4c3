package org.moderationdesk.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Erases personal free text on a lawful request. The entries that kept it stand, with its salted hash; an entry of
 * kind ERASED says that it is gone. Who may ask for it is for the caller to decide.
 */
public final class Erasure {
    private final EventLog log;

    public Erasure(EventLog log) {
        this.log = log;
    }

    /**
     * Erases the texts that are still there, and returns how many.
     *
     * @param ids as {@link Act#keep} gave them
     * @param reference the request's number or date, which stays in the log: nothing personal
     */
    public int erase(String by, List<String> ids, String reference) {
        return log.record(by, act -> {
            var gone = new ArrayList<RowState>();
            for (String id : ids) {
                act.handle()
                        .createQuery("select event_seq from personal_text where id = :id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .findOne()
                        .ifPresent(was -> gone.add(new RowState(PersonalTexts.TABLE, id, null, was)));
                act.handle().execute("delete from personal_text where id = ?", id);
            }
            if (!gone.isEmpty()) {
                act.append(new Entry(EventKind.ERASED, null, null, Map.of("reference", reference), gone));
            }
            return gone.size();
        });
    }
}
