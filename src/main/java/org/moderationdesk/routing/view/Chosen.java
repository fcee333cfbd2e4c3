package org.moderationdesk.routing.view;

/** What the form shows, by its name. */
sealed interface Chosen {
    record Nothing() implements Chosen {}

    record OfQueue(String name) implements Chosen {}

    record OfRule(String name) implements Chosen {}
}
