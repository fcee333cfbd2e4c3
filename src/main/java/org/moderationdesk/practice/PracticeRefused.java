package org.moderationdesk.practice;

import java.util.List;
import java.util.stream.Collectors;
import org.moderationdesk.base.Texts;

/** An act of practice that may not be; nothing has changed. Its words name items and rules, and nothing of their content. */
public final class PracticeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** Of several at once, so many are told one by one. */
    private static final int TOLD = 5;

    /** Why not. Each has its words under {@code practice.refused.} in the text bundle {@code practice}. */
    public enum Why {
        UNKNOWN_SET,
        UNKNOWN_ITEM,
        UNKNOWN_RUN,
        UNKNOWN_PERSON,
        UNKNOWN_ASSIGNMENT,
        UNKNOWN_DISPUTE,
        UNKNOWN_DECISION,
        UNKNOWN_CERTIFICATION,
        UNKNOWN_CERTIFICATE,
        /** A queue or a role without people. */
        UNKNOWN_GROUP,
        /** An edition of the book that this desk does not have. */
        UNKNOWN_EDITION,
        /** A title has 1 to 120 characters. */
        NO_TITLE,
        /** What changed, or why, in 10 to 2,000 characters. */
        NO_REASON,
        /** A trainer's note says something, in 2,000 characters at most. */
        NO_NOTE,
        /** A set that is published has an item. */
        NO_ITEMS,
        /** A set has 20,000 items at most. */
        TOO_MANY_ITEMS,
        /** An item or a key is longer than what is kept. */
        TOO_LONG,
        /** An item without a key. */
        NO_KEY,
        /** A key that the decision rules refuse. */
        KEY_INVALID,
        /** A key that too few trainers stand for. */
        NOT_AGREED,
        /** Who wrote a key, or agreed with it, stands for it already. */
        AGREED,
        /** A line that is no key, no item or no set. */
        FORMAT,
        /** A file that an item names is not there. */
        MEDIA_MISSING,
        /** A file whose SHA-256 is another one than is given. */
        MEDIA_DIFFERS,
        /** A file that nothing can be seen or heard of. */
        MEDIA_UNREADABLE,
        /** A file that a case of child safety has. */
        MEDIA_SEALED,
        /** Several things at once, each with its own words. */
        SEVERAL,
        /** A set in a state in which this cannot be done. */
        WRONG_STATE,
        /** Cases of child safety are not practised on. */
        CHILD_SAFETY,
        /** What the item was copied from is gone, or may not be shown any more. */
        SOURCE_GONE,
        DUE_PASSED,
        /** Somebody whom nobody asked, of a set that is not open to everybody. */
        NOT_ASKED,
        NO_ATTEMPT_LEFT,
        /** Somebody has a run through this set that is not over. */
        RUNS_ALREADY,
        /** The run is paused or over. */
        NOT_RUNNING,
        ANSWERED,
        NO_OUTCOME,
        /** Not every item is answered. */
        NOT_ALL_ANSWERED,
        /** The key is not shown yet. */
        KEY_NOT_YET,
        /** Nothing was missed. */
        NOTHING_MISSED,
        DISPUTED_ALREADY,
        RULED,
        /** Who questions a key has somebody else rule on it. */
        OWN_QUESTION,
        /** A name, sets, score or days that a certification cannot have. */
        CERTIFICATION,
        /** Not all of its sets are passed well enough. */
        NOT_EARNED,
        /** Somebody has one that is not about to end. */
        HELD,
        /** Who trains has a certificate from somebody else. */
        OWN_CERTIFICATE,
        /** One hidden test in so many cases, from named sets. */
        HIDDEN_SHARE,
        /** A set that everybody may practise: who does knows a hidden test of it. */
        HIDDEN_OPEN,
        /** A hidden test that is not waiting in its queue. */
        NOT_WAITING
    }

    private final Why why;
    private final List<Object> about;

    PracticeRefused(Why why, Object... about) {
        super("practice refused: " + why);
        this.why = why;
        this.about = List.of(about);
    }

    /** One for all of these, at least one. */
    static PracticeRefused all(List<PracticeRefused> refused) {
        return refused.size() == 1 ? refused.getFirst() : new PracticeRefused(Why.SEVERAL, refused.toArray());
    }

    public Why why() {
        return why;
    }

    /** Whether what was given cannot be read or cannot be meant, whatever the desk holds. */
    public boolean isOfForm() {
        return why == Why.FORMAT || why == Why.CERTIFICATION;
    }

    public String words(Texts texts) {
        if (why == Why.SEVERAL) {
            String first = about.stream()
                    .limit(TOLD)
                    .map(one -> one instanceof PracticeRefused refused ? refused.words(texts) : "")
                    .collect(Collectors.joining("\n"));
            int more = about.size() - TOLD;
            return more > 0 ? first + "\n" + texts.get("practice.refused.SEVERAL", more) : first;
        }
        return texts.get("practice.refused." + why, about.isEmpty() ? new Object[] {""} : about.toArray());
    }
}
