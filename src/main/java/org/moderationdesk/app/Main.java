package org.moderationdesk.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.DeskFolder;

/** Starts the desk, or one of its commands. Decides which before any class of JavaFX is loaded. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Optional<WindowStart> window = WindowStart.of(args);
        if (window.isEmpty()) {
            System.err.println(new Texts(ownLanguage()).get("app.no-such-command", String.join(" ", args)));
            System.exit(2);
        }
        WindowStart start = window.orElseThrow();
        var folder = new DeskFolder(start.home() == null ? PlatformHome.here() : start.home());
        logInto(folder.logs());
        Optional<String> missing = Display.missing();
        if (missing.isPresent()) {
            System.err.println(new Texts(ownLanguage()).get(missing.get()));
            System.exit(1);
        }
        Window.open(folder, start.sample());
    }

    /** The language of the computer's user, where the desk speaks it, before a setting says otherwise. */
    static Language ownLanguage() {
        return Language.tagged(Locale.getDefault().getLanguage()).orElse(Language.EN);
    }

    /** Must be said before the first logger is made. */
    private static void logInto(Path folder) {
        System.setProperty("desk.logs", folder.toString());
    }
}
