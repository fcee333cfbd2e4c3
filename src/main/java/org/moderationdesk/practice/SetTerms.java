package org.moderationdesk.practice;

/**
 * What a set is called and how it is scored.
 *
 * @param edition of the book that its keys go by
 * @param open whether anybody may practise it without being asked to
 * @param keepers how many trainers must agree with each key before the set can be published: 1 or 2
 */
public record SetTerms(Told title, Told about, String edition, boolean open, int keepers, ScoringRules scoring) {
    public SetTerms {
        if (keepers < 1 || keepers > 2) {
            throw new IllegalArgumentException("a key is kept by one trainer or two");
        }
    }
}
