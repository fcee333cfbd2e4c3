package org.moderationdesk.app;

/** Starts the desk, or one of its commands. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(2);
    }
}
