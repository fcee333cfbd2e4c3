package org.moderationdesk.search;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.queue.PersonSearches;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** On a shared store its server finds decisions, and asks who is there: {@code desk_found}. */
public final class ServerTextSearch implements TextSearch {
    static final String FOUND = "select id, total from desk_found(:asked, :handles, :cleared, :most)";

    private final Store store;
    private final PersonSearches searches;

    public ServerTextSearch(Store store, PersonSearches searches) {
        this.store = store;
        this.searches = searches;
    }

    @Override
    public TextAnswer find(Person by, String words, int most) {
        Rights.require(by, Right.LOOK);
        Typed typed;
        try {
            typed = Typed.read(words);
        } catch (UnclearWords unclear) {
            return new TextAnswer.Unclear(unclear.why());
        }
        boolean cleared = Rights.has(by, Right.SEE_CHILD_SAFETY);
        TextAnswer.Found found = store.read(handle -> ask(handle, typed, cleared, most));
        if (!typed.handles().isEmpty()) {
            searches.cases(by, words, Math.toIntExact(found.total()));
        }
        return found;
    }

    private static TextAnswer.Found ask(Handle handle, Typed typed, boolean cleared, int most) {
        List<Row> rows = handle.createQuery(FOUND)
                .bind("asked", question(typed))
                .bindArray("handles", String.class, typed.handles())
                .bind("cleared", cleared)
                .bind("most", Math.max(1, most))
                .map((row, _) -> new Row(UUID.fromString(row.getString(1)), row.getLong(2)))
                .list();
        int size = Math.min(rows.size(), most);
        var at = new int[] {2 * size};
        DecisionIds ids = DecisionIds.inOrder(size, () -> {
            int here = --at[0];
            UUID id = rows.get(here / 2).id();
            return here % 2 == 1 ? id.getMostSignificantBits() : id.getLeastSignificantBits();
        });
        return new TextAnswer.Found(ids, rows.isEmpty() ? 0 : rows.getFirst().total());
    }

    /** As a tsquery: words are of letters and digits alone. */
    static String question(Typed typed) {
        return typed.parts().stream()
                .filter(part -> !(part instanceof Typed.Part.Handle))
                .map(ServerTextSearch::question)
                .collect(Collectors.joining(" & "));
    }

    private static String question(Typed.Part part) {
        return switch (part) {
            case Typed.Part.Word word -> quoted(word.word());
            case Typed.Part.Phrase phrase ->
                phrase.words().stream().map(ServerTextSearch::quoted).collect(Collectors.joining(" <-> ", "(", ")"));
            case Typed.Part.Beginning beginning -> quoted(beginning.letters()) + ":*";
            case Typed.Part.Handle _ -> "";
        };
    }

    private static String quoted(String word) {
        return "'" + word + "'";
    }

    private record Row(UUID id, long total) {}
}
