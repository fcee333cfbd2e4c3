package org.moderationdesk.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.moderationdesk.fx.Kit;

/**
 * Whether the desk that somebody is about to sign in to can be reached. It is asked again and again, for a word that was
 * true once may not be any more. JavaFX thread only.
 */
public final class DeskReach {
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(15));
    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(30);

    private final Kit kit;
    private final Callable<Boolean> ask;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Connecting());
    private Instant next = Instant.MIN;
    private int tries;
    private boolean asking;

    /** How it stands. */
    public sealed interface State {
        /** Nothing has been heard yet. */
        record Connecting() implements State {}

        record Connected() implements State {}

        /**
         * @param next when it is asked again
         */
        record NotReached(Exception why, Instant next, boolean asking) implements State {}
    }

    /** @param ask reaches for it, or throws why not; not on the JavaFX thread */
    public DeskReach(Kit kit, Callable<Boolean> ask) {
        this.kit = kit;
        this.ask = ask;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** To be called every second while it is shown. */
    public void tick() {
        if (!kit.clock().instant().isBefore(next)) {
            askNow();
        }
    }

    /** Asks at once. */
    public void askNow() {
        if (asking) {
            return;
        }
        asking = true;
        if (state.get() instanceof State.NotReached(Exception why, Instant due, boolean _)) {
            state.set(new State.NotReached(why, due, true));
        }
        kit.background()
                .run(
                        ask,
                        _ -> {
                            tries = 0;
                            heard(LOOKS_AGAIN);
                            state.set(new State.Connected());
                        },
                        why -> {
                            heard(WAITS.get(Math.min(tries, WAITS.size() - 1)));
                            tries++;
                            state.set(new State.NotReached(why, next, false));
                        });
    }

    private void heard(Duration wait) {
        asking = false;
        next = kit.clock().instant().plus(wait);
    }
}
