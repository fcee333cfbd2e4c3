package org.moderationdesk.app;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.shell.LostBar;
import org.moderationdesk.shell.StoreLink;

/**
 * What holds a workplace and its store together: news of what others do, gathered so that a screen is not asked for more
 * than once in two seconds, and what is said and done while the store does not answer. JavaFX thread only.
 */
final class Lifeline {
    private static final Duration GATHERED = Duration.seconds(2);

    private final Store store;
    private final Kit kit;
    private final StoreLink link;
    private final LostBar bar;
    private final AtomicBoolean heard = new AtomicBoolean();
    private final PauseTransition gathering = new PauseTransition(GATHERED);
    private Store.@Nullable News news;
    private Runnable changed = () -> {};

    Lifeline(Store store, Kit plain) {
        this.store = store;
        this.link = new StoreLink(plain, this::ask);
        this.kit = new Kit(
                plain.texts(),
                plain.times(),
                plain.numbers(),
                new Noticing(plain.background()),
                plain.covers(),
                plain.clock());
        this.bar = new LostBar(plain, link);
        gathering.setOnFinished(_ -> {
            heard.set(false);
            changed.run();
        });
    }

    /** Whose background notices where the store does not answer. */
    Kit kit() {
        return kit;
    }

    Node bar() {
        return bar.node();
    }

    /**
     * @param onChanged somebody has recorded something, perhaps oneself
     * @param onLost true when the store has stopped answering, false when it answers again
     */
    void start(Runnable onChanged, Consumer<Boolean> onLost) {
        changed = onChanged;
        link.lostProperty().addListener((_, before, now) -> {
            if ((before == null) != (now == null)) {
                onLost.accept(now != null);
            }
        });
        news = store.watch(this::hear);
    }

    /** Whether the store does not answer, as far as anybody has noticed. */
    boolean isLost() {
        return link.lostProperty().get() != null;
    }

    void stop() {
        Store.News listening = news;
        if (listening != null) {
            listening.close();
        }
        gathering.stop();
        bar.stop();
    }

    /** On a thread of the store's. */
    private void hear() {
        if (heard.compareAndSet(false, true)) {
            Platform.runLater(gathering::playFromStart);
        }
    }

    private boolean ask() {
        return store.read(handle ->
                        handle.createQuery("select 1").mapTo(Integer.class).one())
                == 1;
    }

    /** A background that tells the link of a store that was not reached. */
    private final class Noticing implements Background {
        private final Background plain;

        private Noticing(Background plain) {
            this.plain = plain;
        }

        @Override
        public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
            plain.run(work, onDone, failure -> {
                if (failure instanceof StoreException gone && gone.isLost()) {
                    link.failed();
                }
                onFailed.accept(failure);
            });
        }
    }
}
