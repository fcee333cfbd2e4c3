package org.moderationdesk.settings.view;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Progress;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.News;
import org.moderationdesk.fx.WorkPanel;

/** Long work on the store, with how far it is and a way to stop it, while the desk goes on. JavaFX thread only. */
public final class LongWork {
    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;

    public LongWork(Kit kit, Dialogs dialogs) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
    }

    /** What takes long, off the JavaFX thread. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Progress progress) throws Exception;
    }

    /**
     * Does it; one of the two is told at the end, on the JavaFX thread.
     *
     * @param onFailed told a {@link java.util.concurrent.CancellationException} where the person stopped it
     */
    public <T> void run(String words, Work<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
        var stopped = new AtomicBoolean();
        var panel = new WorkPanel(words, texts.get("settings.stop"), () -> stopped.set(true));
        var news = new News<double[]>(at -> panel.show(
                at[1] <= 0 ? -1 : at[0] / at[1], at[1] <= 0 ? "" : kit.numbers().percent(at[0] / at[1])));
        dialogs.show(words, panel, texts.get("settings.meanwhile"));
        kit.background()
                .run(
                        () -> work.with(new Told(news, stopped)),
                        done -> {
                            dialogs.close();
                            onDone.accept(done);
                        },
                        failure -> {
                            dialogs.close();
                            onFailed.accept(failure);
                        });
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
