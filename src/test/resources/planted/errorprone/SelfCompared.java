package org.moderationdesk.planted;

final class SelfCompared {
    private SelfCompared() {}

    static boolean same(String word) {
        return word.equals(word);
    }
}
