package org.moderationdesk.practice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moderationdesk.db.Store;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Brings the sets that come with the desk onto it, each once. Not for the JavaFX thread; safe for any other. */
public final class Shipment {
    private final Store store;
    private final Sets sets;

    Shipment(Store store, Sets sets) {
        this.store = store;
        this.sets = sets;
    }

    /** The names of those that are not on the desk yet, in their order; an archived one is. */
    public List<String> missing(Person trainer) {
        Rights.require(trainer, Right.TRAIN);
        return store.read(handle -> ShippedSets.NAMES.stream()
                .filter(name -> SetRow.shipped(handle, name).isEmpty())
                .toList());
    }

    /**
     * Makes and publishes one; empty where it is there already, in whatever language.
     *
     * @param files see {@link ShippedSet#drawn}
     */
    public Optional<PracticeSet> lay(Person trainer, ShippedSet set, Map<String, String> files) {
        if (!missing(trainer).contains(set.name())) {
            return Optional.empty();
        }
        PracticeSet made = sets.make(trainer, set.terms(), set.drawn(files), set.name());
        return Optional.of(sets.publish(trainer, made.id()));
    }
}
