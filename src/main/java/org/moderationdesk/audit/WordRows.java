package org.moderationdesk.audit;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.search.DecisionIds;
import org.moderationdesk.search.TextAnswer;
import org.moderationdesk.search.TextSearch;
import org.moderationdesk.staff.Person;

/** Which decisions have what was typed: in the item's id, in the name of who decided, or in their texts. */
final class WordRows {
    private final TextSearch search;
    private final Person viewer;

    WordRows(TextSearch search, Person viewer) {
        this.search = search;
        this.viewer = viewer;
    }

    /** @param unfound why texts were not looked through; null where they were */
    record Found(IntPredicate rows, @Nullable TextAnswer unfound) {}

    Found of(DecisionFacts facts, String words) {
        if (words.isEmpty()) {
            return new Found(_ -> true, null);
        }
        IntPredicate named = named(facts, words.toLowerCase(Locale.ROOT));
        return switch (search.find(viewer, words, Integer.MAX_VALUE)) {
            case TextAnswer.Found found -> {
                BitSet rows = rows(facts, found.newest());
                yield new Found(row -> rows.get(row) || named.test(row), null);
            }
            case TextAnswer other -> new Found(named, other);
        };
    }

    private static IntPredicate named(DecisionFacts facts, String small) {
        FactWords people = facts.words().people();
        var asked = new boolean[people.size()];
        for (int code = 1; code < asked.length; code++) {
            asked[code] = people.word(code).toLowerCase(Locale.ROOT).contains(small);
        }
        byte[] begin = small.getBytes(StandardCharsets.UTF_8);
        FactColumns columns = facts.columns();
        return row -> asked[facts.person(row)] || columns.itemBegins(row, begin);
    }

    /** Ids are looked up one by one: to ask every row whether it is among them takes longer. */
    private static BitSet rows(DecisionFacts facts, DecisionIds ids) {
        var rows = new BitSet(facts.size());
        for (int i = 0; i < ids.size(); i++) {
            int row = facts.row(ids.high(i), ids.low(i));
            if (row >= 0) {
                rows.set(row);
            }
        }
        return rows;
    }
}
