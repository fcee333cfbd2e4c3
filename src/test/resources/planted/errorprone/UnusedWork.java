package org.moderationdesk.planted;

final class UnusedWork {
    private UnusedWork() {}

    static int count(String word) {
        int unused1 = 3;
        int length = word.length();
        return 0;
    }
}
