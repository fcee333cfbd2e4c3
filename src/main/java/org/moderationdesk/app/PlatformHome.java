package org.moderationdesk.app;

import java.nio.file.Path;
import java.util.Map;

/** Where each platform wants an application to keep its data. */
final class PlatformHome {
    private PlatformHome() {}

    static Path here() {
        return of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
    }

    static Path of(String system, String userHome, Map<String, String> environment) {
        Path user = Path.of(userHome);
        if (system.startsWith("Mac")) {
            return user.resolve("Library").resolve("Application Support").resolve("Moderation Desk");
        }
        if (system.startsWith("Windows")) {
            String local = environment.get("LOCALAPPDATA");
            Path data =
                    local == null || local.isBlank() ? user.resolve("AppData").resolve("Local") : Path.of(local);
            return data.resolve("Moderation Desk");
        }
        String data = environment.get("XDG_DATA_HOME");
        // The specification has relative paths ignored.
        boolean given = data != null && Path.of(data).isAbsolute();
        return (given ? Path.of(data) : user.resolve(".local").resolve("share")).resolve("moderation-desk");
    }
}
