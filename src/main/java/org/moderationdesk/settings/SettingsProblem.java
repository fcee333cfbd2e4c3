package org.moderationdesk.settings;

import java.nio.file.Path;

/** A settings file that is there and cannot be read. */
public final class SettingsProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    SettingsProblem(Path file, Exception cause) {
        super("cannot read settings file " + file.getFileName(), cause);
        this.file = file;
    }

    public Path file() {
        return file;
    }
}
