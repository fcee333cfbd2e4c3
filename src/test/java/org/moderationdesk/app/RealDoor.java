package org.moderationdesk.app;

import java.time.InstantSource;
import org.moderationdesk.cli.DeskDoor;

/** The door that commands go through in earnest, for tests of commands. */
public final class RealDoor {
    private RealDoor() {}

    public static DeskDoor of(InstantSource clock) {
        return new CommandDoor(clock);
    }
}
