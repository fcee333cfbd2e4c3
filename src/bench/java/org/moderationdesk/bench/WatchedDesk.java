package org.moderationdesk.bench;

import org.moderationdesk.app.Main;

/** The desk as it is started, watched from the side until its queue can be used. */
public final class WatchedDesk {
    private WatchedDesk() {}

    public static void main(String[] args) {
        new Watch(WatchedDesk::isUsable).start();
        Main.main(args);
    }

    private static boolean isUsable() {
        return Watch.nodes(".case-cell")
                .anyMatch(cell -> cell.isVisible() && cell.getLayoutBounds().getHeight() > 0);
    }
}
