package org.moderationdesk.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.PostgresPlace;

/**
 * The shared desks that a person has opened from this computer, the latest first; never a password.
 *
 * @param shared whether the latest was the desk that was worked at last, and not this computer's own
 */
public record SharedDesks(List<Known> desks, boolean shared) {
    private static final int MOST = 12;

    /**
     * @param address as {@link PostgresPlace#parse} reads it
     * @param media the folder in which the team keeps the files of items, encrypted; null for one on this computer
     */
    public record Known(String address, @Nullable String media) {
        /** Empty where somebody has written something else into the file. */
        public Optional<PostgresPlace> place() {
            return PostgresPlace.parse(address);
        }
    }

    public SharedDesks {
        desks = desks == null ? List.of() : List.copyOf(desks);
    }

    public static SharedDesks none() {
        return new SharedDesks(List.of(), false);
    }

    /** The one that was worked at last; empty for this computer's own. */
    public Optional<Known> last() {
        return shared ? desks.stream().filter(desk -> desk.place().isPresent()).findFirst() : Optional.empty();
    }

    /** This one was worked at last. */
    public SharedDesks with(Known desk) {
        var all = new ArrayList<>(List.of(desk));
        desks.stream().filter(other -> !other.address().equals(desk.address())).forEach(all::add);
        return new SharedDesks(all.subList(0, Math.min(MOST, all.size())), true);
    }

    /** This computer's own was worked at last. */
    public SharedDesks own() {
        return new SharedDesks(desks, false);
    }

    /** Where files of a shared desk lie, below which is a folder "media". */
    public Path folder(PostgresPlace place, DeskFolder home) {
        return desks.stream()
                .filter(desk -> desk.address().equals(place.url()) && desk.media() != null)
                .map(desk -> Path.of(String.valueOf(desk.media())))
                .findFirst()
                .orElseGet(() -> home.home().resolve("shared").resolve(place.host() + "-" + place.database()));
    }
}
