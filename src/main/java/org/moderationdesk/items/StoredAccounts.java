package org.moderationdesk.items;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;

/** Finds accounts by how their handle or id begins. Safe for any thread but the JavaFX one. */
public final class StoredAccounts {
    private static final String BY_HANDLE = """
        select id, handle, display_name
          from account
         where handle >= :from and handle < :to
         order by handle, id
         fetch first :most rows only
        """;
    private static final String BY_ID = """
        select id, handle, display_name
          from account
         where id >= :from and id < :to
         order by id
         fetch first :most rows only
        """;

    private final Store store;

    public StoredAccounts(Store store) {
        this.store = store;
    }

    /** An account by its names; handle and display name are content under review. */
    public record Found(
            String id, @Nullable String handle, @Nullable String displayName) {}

    /** Accounts whose handle begins so, or, where there are none, whose id does; upper and lower case differ. */
    public List<Found> beginningWith(String start, int most) {
        if (start.isBlank()) {
            return List.of();
        }
        List<Found> byHandle = find(BY_HANDLE, start, most);
        return byHandle.isEmpty() ? find(BY_ID, start, most) : byHandle;
    }

    private List<Found> find(String sql, String start, int most) {
        return store.read(handle -> handle.createQuery(sql)
                .bind("from", start)
                .bind("to", start + Character.MAX_VALUE)
                .bind("most", most)
                .map((row, _) -> new Found(row.getString("id"), row.getString("handle"), row.getString("display_name")))
                .list());
    }
}
