package org.moderationdesk.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.InPlaceMergeSorter;

/** One question to the index. */
final class WordSearch {
    private WordSearch() {}

    /**
     * The decisions that have all that was typed.
     *
     * @param accounts whose handle each of the typed handles is
     * @param cleared whether decisions about child safety may be among them
     * @param blind items whose decisions may not, since whoever asks reviews one of them blind
     */
    static TextAnswer.Found of(
            IndexSearcher searcher, Typed typed, Map<String, Set<String>> accounts, boolean cleared, Set<String> blind, int most)
            throws IOException {
        var query = new BooleanQuery.Builder();
        for (Typed.Part part : typed.parts()) {
            query.add(query(part, accounts), BooleanClause.Occur.FILTER);
        }
        if (!cleared) {
            query.add(new TermQuery(new Term(WordIndex.CHILD_SAFETY, "0")), BooleanClause.Occur.FILTER);
        }
        blind.forEach(item -> query.add(new TermQuery(new Term(WordIndex.ITEM, item)), BooleanClause.Occur.MUST_NOT));
        return searcher.search(query.build(), new OneByOne()).newest(most);
    }

    private static Query query(Typed.Part part, Map<String, Set<String>> accounts) {
        return switch (part) {
            case Typed.Part.Word word -> new TermQuery(new Term(WordIndex.WORDS, word.word()));
            case Typed.Part.Phrase phrase ->
                new PhraseQuery(WordIndex.WORDS, phrase.words().toArray(String[]::new));
            case Typed.Part.Beginning beginning -> new PrefixQuery(new Term(WordIndex.WORDS, beginning.letters()));
            case Typed.Part.Handle handle -> ofAccounts(accounts.getOrDefault(handle.name(), Set.of()));
        };
    }

    private static Query ofAccounts(Collection<String> ids) {
        return new TermInSetQuery(
                WordIndex.ACCOUNT, ids.stream().map(BytesRef::new).toList());
    }

    /** The searcher goes through the index on the thread that asks. */
    private static final class OneByOne implements CollectorManager<Gathered, Gathered> {
        private final Gathered gathered = new Gathered();

        @Override
        public Gathered newCollector() {
            return gathered;
        }

        @Override
        public Gathered reduce(Collection<Gathered> collectors) {
            return gathered;
        }
    }

    /** Gathers the two halves of ids. */
    private static final class Gathered extends SimpleCollector {
        private long[] high = new long[1_024];
        private long[] low = new long[1_024];
        private int size;
        private boolean inOrder = true;
        private NumericDocValues highs = DocValues.emptyNumeric();
        private NumericDocValues lows = DocValues.emptyNumeric();

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            highs = DocValues.getNumeric(context.reader(), WordIndex.HIGH);
            lows = DocValues.getNumeric(context.reader(), WordIndex.LOW);
        }

        @Override
        public void collect(int doc) throws IOException {
            if (!highs.advanceExact(doc) || !lows.advanceExact(doc)) {
                throw new IOException("a decision without its id");
            }
            if (size == high.length) {
                high = Arrays.copyOf(high, size * 2);
                low = Arrays.copyOf(low, size * 2);
            }
            high[size] = highs.longValue();
            low[size] = lows.longValue();
            inOrder &= size == 0 || order(size - 1, size) <= 0;
            size++;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        TextAnswer.Found newest(int most) {
            if (!inOrder) {
                new ByTime().sort(0, size);
            }
            int from = Math.max(0, size - most);
            var at = new int[] {2 * from};
            DecisionIds ids = DecisionIds.inOrder(size - from, () -> {
                int here = at[0]++;
                return here % 2 == 0 ? high[here / 2] : low[here / 2];
            });
            return new TextAnswer.Found(ids, size);
        }

        private int order(int one, int other) {
            return DecisionIds.compare(high[one], low[one], high[other], low[other]);
        }

        private final class ByTime extends InPlaceMergeSorter {
            @Override
            protected int compare(int one, int other) {
                return order(one, other);
            }

            @Override
            protected void swap(int one, int other) {
                long keptHigh = high[one];
                long keptLow = low[one];
                high[one] = high[other];
                low[one] = low[other];
                high[other] = keptHigh;
                low[other] = keptLow;
            }
        }
    }
}
