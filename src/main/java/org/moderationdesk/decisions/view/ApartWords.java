package org.moderationdesk.decisions.view;

/**
 * What the panel says where a case is decided apart from the queue: nothing follows from it, and nothing is undone.
 *
 * @param submit on the button
 * @param skip on the other one; empty where nothing is skipped
 * @param consequence what follows, in the place of what would for a case of the queue
 */
public record ApartWords(String submit, String skip, String consequence) {}
