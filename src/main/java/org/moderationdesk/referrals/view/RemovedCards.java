package org.moderationdesk.referrals.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fields;

/**
 * The cards that were taken off a form and can be put back, the last one first: the others stood where they stood before it
 * went. JavaFX thread only.
 */
final class RemovedCards {
    private final Fields fields;
    private final Deque<Card> cards = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Card>> last = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * One that was taken away.
     *
     * @param path where it stood
     * @param name as its head said
     */
    record Card(String path, String name, Element was) {
        /** Whether there may be several of it, so that it has a place whatever else is there. */
        private boolean isOneOfSeveral() {
            return path.endsWith("]");
        }
    }

    RemovedCards(Fields fields) {
        this.fields = fields;
    }

    /** The one that went last; empty for none. */
    ReadOnlyObjectProperty<Optional<Card>> lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** Keeps what a document has in this place, before it is taken away. */
    void keep(Element document, String path, String name) {
        fields.element(document, path).ifPresent(was -> cards.push(new Card(path, name, was)));
        last.set(Optional.ofNullable(cards.peek()));
    }

    /** The last one that was taken away, where its place in this document was not taken meanwhile. */
    Optional<Card> fitting(Element document) {
        return last.get().filter(card -> card.isOneOfSeveral() || !fields.has(document, card.path()));
    }

    /** The document with this one, the last, put back. */
    Element putBack(Element document, Card card) {
        cards.remove(card);
        last.set(Optional.ofNullable(cards.peek()));
        return fields.restored(document, card.path(), card.was());
    }

    void forget() {
        cards.clear();
        last.set(Optional.empty());
    }
}
