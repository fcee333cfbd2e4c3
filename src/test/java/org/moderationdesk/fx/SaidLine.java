package org.moderationdesk.fx;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A status line that keeps what was said, the last last; with until when it can be undone, where it can. */
public final class SaidLine implements StatusLine {
    private final List<String> sentences = new ArrayList<>();

    @Override
    public void say(String sentence) {
        sentences.add(sentence);
    }

    @Override
    public void undoFor(String words, Instant until) {
        sentences.add(words + " until " + until);
    }

    @Override
    public void clear() {
        sentences.clear();
    }

    @Override
    public void countsChanged() {}

    public List<String> sentences() {
        return List.copyOf(sentences);
    }
}
