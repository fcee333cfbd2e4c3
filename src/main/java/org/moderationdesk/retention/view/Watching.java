package org.moderationdesk.retention.view;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.retention.RetentionRefused;
import org.moderationdesk.settings.view.LongWork;
import org.moderationdesk.staff.RightRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Long work on data, and in what words it fails. */
final class Watching {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    private final Texts texts;
    private final LongWork longWork;
    private final Label said;

    /** @param said where the card says what has become of it */
    Watching(Kit kit, Dialogs dialogs, Label said) {
        this.texts = kit.texts();
        this.longWork = new LongWork(kit, dialogs);
        this.said = said;
    }

    <T> void run(String words, LongWork.Work<T> work, Consumer<T> onDone) {
        say("", false);
        longWork.run(words, work, onDone, this::failed);
    }

    void failed(Exception failure) {
        switch (failure) {
            case CancellationException _ -> say(texts.get("retention.stopped"), false);
            case RetentionRefused refused -> say(refused.words(texts), true);
            case RightRefused refused -> say(refused.words(texts), true);
            default -> {
                LOG.error("work on data failed: {}", failure.getClass().getName());
                say(texts.get("retention.failed"), true);
            }
        }
    }

    void say(String words, boolean trouble) {
        said.setText(words);
        said.getStyleClass().remove("tone-danger");
        if (trouble) {
            said.getStyleClass().add("tone-danger");
        }
    }
}
