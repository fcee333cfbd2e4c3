package org.moderationdesk.retention.view;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Progress;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.News;
import org.moderationdesk.fx.WorkPanel;
import org.moderationdesk.retention.RetentionRefused;
import org.moderationdesk.staff.RightRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Long work on data, with how far it is and a way to stop it, and in what words it fails. */
final class Watching {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Label said;

    /** @param said where the card says what has become of it */
    Watching(Kit kit, Dialogs dialogs, Label said) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.said = said;
    }

    /** What takes long. */
    @FunctionalInterface
    interface Work<T> {
        T with(Progress progress) throws Exception;
    }

    <T> void run(String words, Work<T> work, Consumer<T> onDone) {
        say("", false);
        var stopped = new AtomicBoolean();
        var panel = new WorkPanel(words, texts.get("retention.stop"), () -> stopped.set(true));
        var news = new News<double[]>(at -> panel.show(
                at[1] <= 0 ? -1 : at[0] / at[1], at[1] <= 0 ? "" : kit.numbers().percent(at[0] / at[1])));
        dialogs.show(words, panel, texts.get("retention.meanwhile"));
        kit.background()
                .run(
                        () -> work.with(new Told(news, stopped)),
                        done -> {
                            dialogs.close();
                            onDone.accept(done);
                        },
                        failure -> {
                            dialogs.close();
                            failed(failure);
                        });
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

    private record Told(News<double[]> news, AtomicBoolean stopped) implements Progress {
        @Override
        public void at(long done, long total) {
            news.tell(new double[] {done, total});
        }

        @Override
        public boolean isCancelled() {
            return stopped.get();
        }
    }
}
