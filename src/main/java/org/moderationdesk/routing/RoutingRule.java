package org.moderationdesk.routing;

/**
 * Brings cases into a queue: those that it means, and that the queue takes.
 *
 * @param name what people call it
 * @param to the name of a queue
 */
public record RoutingRule(String name, Criteria when, String to) {}
