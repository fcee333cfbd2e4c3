package org.moderationdesk.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Screen;

/** Goes from screen to screen. A screen is made when one first goes there, and kept. JavaFX thread only. */
public final class Navigator {
    private final List<Destination> destinations;
    private final List<Destination> aside;
    private final Map<String, Screen> made = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Destination> current = new ReadOnlyObjectWrapper<>();

    /**
     * Knows where one can go.
     *
     * @param destinations those on the rail
     * @param aside those that one goes to from elsewhere
     */
    public Navigator(List<Destination> destinations, List<Destination> aside) {
        this.destinations = List.copyOf(destinations);
        this.aside = List.copyOf(aside);
    }

    public List<Destination> destinations() {
        return destinations;
    }

    /** Where one is; null before the first go. */
    public ReadOnlyObjectProperty<@Nullable Destination> current() {
        return current.getReadOnlyProperty();
    }

    public Optional<Screen> screen() {
        return Optional.ofNullable(current.get()).map(here -> made.get(here.id()));
    }

    /** Goes to the destination with this id; to the first one if there is none such. */
    public void go(String id) {
        Destination there = Stream.concat(destinations.stream(), aside.stream())
                .filter(destination -> destination.id().equals(id))
                .findFirst()
                .orElse(destinations.getFirst());
        if (!there.equals(current.get())) {
            leave();
            made.computeIfAbsent(there.id(), _ -> there.makes().get());
            current.set(there);
            screen().ifPresent(Screen::shown);
        }
    }

    /** Tells the screen in front that it goes. */
    public void leave() {
        screen().ifPresent(Screen::hidden);
    }
}
