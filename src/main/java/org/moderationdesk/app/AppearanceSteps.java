package org.moderationdesk.app;

import java.util.List;
import org.moderationdesk.base.Language;
import org.moderationdesk.settings.Appearance;

/** One step from how the window looks and speaks now. JavaFX thread only. */
final class AppearanceSteps {
    private static final List<Integer> SIZES = List.of(90, 100, 110, 125, 150);

    private final Wishes wishes;

    AppearanceSteps(Wishes wishes) {
        this.wishes = wishes;
    }

    void toggleDark() {
        Appearance now = wishes.appearance();
        wishes.change(new Appearance(now.language(), !now.dark(), now.sizePercent()));
    }

    void speak(Language language) {
        Appearance now = wishes.appearance();
        wishes.change(new Appearance(language, now.dark(), now.sizePercent()));
    }

    void larger() {
        resize(1);
    }

    void smaller() {
        resize(-1);
    }

    private void resize(int step) {
        Appearance now = wishes.appearance();
        int at = Math.max(0, SIZES.indexOf(now.sizePercent()));
        int size = SIZES.get(Math.clamp(at + step, 0, SIZES.size() - 1));
        wishes.change(new Appearance(now.language(), now.dark(), size));
    }
}
