package org.moderationdesk.planted;

final class AnswerIgnored {
    private AnswerIgnored() {}

    static String trimmed(String word) {
        word.strip();
        return word;
    }
}
