package org.moderationdesk.search;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Gives words that are folded already to the index, part after part. */
final class WordStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Iterator<List<String>> parts;
    private final int between;
    private Iterator<String> words = List.<String>of().iterator();

    /** @param between how far the first word of a part is from the last of the one before */
    WordStream(List<List<String>> parts, int between) {
        this.parts = parts.iterator();
        this.between = between;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        step.setPositionIncrement(1);
        while (!words.hasNext()) {
            if (!parts.hasNext()) {
                return false;
            }
            words = parts.next().iterator();
            step.setPositionIncrement(between);
        }
        term.append(words.next());
        return true;
    }
}
