package org.moderationdesk.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.LogManager;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.DeskFolder;

/** Starts the desk, or one of its commands. Decides which before any class of JavaFX is loaded. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // What libraries log that way would go to standard error, which belongs to the commands.
        LogManager.getLogManager().reset();
        Optional<WindowStart> window = WindowStart.of(args);
        if (window.isEmpty()) {
            System.exit(Commands.run(args));
        }
        WindowStart start = window.orElseThrow();
        var folder = new DeskFolder(start.home() == null ? PlatformHome.here() : start.home());
        logInto(folder.logs());
        Optional<String> missing = Display.missing();
        if (missing.isPresent()) {
            tourInstead(folder, new Texts(ownLanguage()), missing.get());
            System.exit(0);
        }
        Window.open(folder, start.sample());
    }

    /** Where no window can be opened, the desk shows what it would have looked like. */
    private static void tourInstead(DeskFolder folder, Texts texts, String missing) {
        System.err.println(texts.get(missing));
        Path pictures = folder.home().resolve("tour");
        System.err.println(texts.get("app.tour-instead", Tour.play(pictures), pictures));
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
