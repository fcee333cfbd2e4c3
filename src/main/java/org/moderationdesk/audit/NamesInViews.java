package org.moderationdesk.audit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.Store;
import org.moderationdesk.items.NamesBeside;

/**
 * Takes the names of a person who is erased out of kept views, whoever keeps them: what such a view searched for is
 * empty from then on, and a name that names them is dots. On a shared store the server does it, which shows nobody the
 * views of others.
 */
public final class NamesInViews implements NamesBeside {
    private static final String DOTS = "\u2026";
    private static final String ALL = "select id, person, name, shared, body from log_view order by id";
    private static final String UPDATE = "update log_view set name = ?, body = ? where id = ?";
    private static final String BY_THE_SERVER = "select desk_erases_views(?)";

    private final boolean byTheServer;

    public NamesInViews(Store store) {
        this.byTheServer = store instanceof PostgresStore;
    }

    @Override
    public void erase(Handle handle, List<String> names) {
        if (byTheServer) {
            int unused = handle.createQuery(BY_THE_SERVER)
                    .bind(0, names.toArray(String[]::new))
                    .mapTo(Integer.class)
                    .one();
            return;
        }
        Pattern any = Pattern.compile(
                names.stream().map(NamesInViews::whole).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        for (LogView view : handle.createQuery(ALL)
                .map((row, _) -> LogViewBody.read(
                        row.getString("id"),
                        row.getString("person"),
                        row.getString("name"),
                        row.getBoolean("shared"),
                        row.getString("body")))
                .list()) {
            boolean named = any.matcher(view.name()).find();
            boolean searched = any.matcher(view.filter().words()).find();
            if (named || searched) {
                LogView left = searched ? view.asking(view.filter().saying("")) : view;
                handle.execute(UPDATE, named ? DOTS : view.name(), LogViewBody.write(left), view.id());
            }
        }
    }

    /** Not as a part of a longer word. */
    private static String whole(String name) {
        return "(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])";
    }
}
