package org.moderationdesk.media.worker;

/** Starts the process that unpacks FFmpeg's libraries, where those that decode find them. It sees no content. */
public final class Unpack {
    private Unpack() {}

    public static void main(String[] args) {
        Libraries.load();
    }
}
