package org.moderationdesk.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.items.view.SafeLine;

/** Asks before answers are left that the store did not take. JavaFX thread only. */
final class Parting {
    private final LeftHere left;
    private final StackPane ground;
    private final Supplier<Texts> texts;
    private @Nullable Dialogs asking;

    /** @param ground the window's outermost pane, above the lock */
    Parting(LeftHere left, StackPane ground, Supplier<Texts> texts) {
        this.left = left;
        this.ground = ground;
        this.texts = texts;
    }

    /** Somebody leaves the desk, whose answers stay in the window. */
    void signOut(Workplace leaving, Runnable then) {
        Texts words = texts.get();
        leaving.unsavedItem()
                .ifPresentOrElse(
                        item -> leaving.dialogs()
                                .confirm(
                                        words.get("shell.unsaved"),
                                        words.get("shell.unsaved.sign-out", SafeLine.of(item)),
                                        words.get("shell.action.sign-out"),
                                        then),
                        then);
    }

    /**
     * The window closes, and what it holds in memory is lost.
     *
     * @param unasked goes on where nothing would be lost, as far as is known
     * @param asked goes on where somebody has said so
     */
    void close(@Nullable Workplace open, Runnable unasked, Runnable asked) {
        Texts words = texts.get();
        Optional<String> lost = Optional.ofNullable(open)
                .flatMap(Workplace::unsavedItem)
                .map(item -> words.get("shell.unsaved.close", SafeLine.of(item)))
                .or(() -> ofOthers(words));
        if (lost.isEmpty()) {
            unasked.run();
            return;
        }
        if (asking != null) {
            asking.close();
        }
        asking = new Dialogs(ground, words);
        asking.confirm(words.get("shell.unsaved"), lost.get(), words.get("shell.unsaved.lose"), asked);
    }

    /** What the sign-in screen says beside, and whether somebody's answers are still here. */
    List<String> notes(String key) {
        Texts words = texts.get();
        return left.people().isEmpty()
                ? List.of(words.get(key))
                : List.of(words.get(key), words.get("staff.signed-out.unsaved"));
    }

    /** By name, and not by the item, which whoever is here now may not know of. */
    private Optional<String> ofOthers(Texts words) {
        List<String> people = left.people();
        return people.isEmpty()
                ? Optional.empty()
                : Optional.of(words.get("shell.unsaved.close-others", SafeLine.of(String.join(", ", people))));
    }
}
