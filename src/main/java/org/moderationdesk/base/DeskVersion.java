package org.moderationdesk.base;

import org.jspecify.annotations.Nullable;

/** Which version of the desk this is, as the build wrote it into its jar. */
public final class DeskVersion {
    /** Where there is no jar: from a folder of classes. */
    private static final String UNBUILT = "1.0.0";

    private DeskVersion() {}

    public static String shown() {
        @Nullable String built = DeskVersion.class.getPackage().getImplementationVersion();
        return built == null ? UNBUILT : built;
    }
}
