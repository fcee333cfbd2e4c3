package org.moderationdesk.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Kit;

/**
 * Whether a shared store answers. Somebody who was not answered says so; from then on the store is asked, ever more
 * slowly, until it answers again. JavaFX thread only.
 */
public final class StoreLink {
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(15));

    private final Kit kit;
    private final Background background;
    private final Callable<Boolean> ask;
    private final ReadOnlyObjectWrapper<@Nullable Lost> lost = new ReadOnlyObjectWrapper<>();

    /**
     * The store does not answer.
     *
     * @param next when it is asked again
     * @param tries how often it was asked since
     */
    public record Lost(Instant since, Instant next, int tries, boolean asking) {}

    /**
     * @param kit whose background is not the one that this listens to
     * @param ask any small question to the store; not on the JavaFX thread
     */
    public StoreLink(Kit kit, Callable<Boolean> ask) {
        this.kit = kit;
        this.background = kit.background();
        this.ask = ask;
    }

    /** Null while the store answers. */
    public ReadOnlyObjectProperty<@Nullable Lost> lostProperty() {
        return lost.getReadOnlyProperty();
    }

    /** Somebody was not answered. */
    public void failed() {
        if (lost.get() == null) {
            Instant now = kit.clock().instant();
            lost.set(new Lost(now, now.plus(WAITS.getFirst()), 0, false));
        }
    }

    /** To be called every second while it is lost. */
    public void tick() {
        Lost now = lost.get();
        if (now != null && !now.asking() && !kit.clock().instant().isBefore(now.next())) {
            askNow();
        }
    }

    /** Asks at once. */
    public void askNow() {
        Lost now = lost.get();
        if (now == null || now.asking()) {
            return;
        }
        int tries = now.tries() + 1;
        lost.set(new Lost(now.since(), now.next(), tries, true));
        background.run(
                ask,
                _ -> lost.set(null),
                _ -> lost.set(new Lost(
                        now.since(),
                        kit.clock().instant().plus(WAITS.get(Math.min(tries, WAITS.size() - 1))),
                        tries,
                        false)));
    }
}
