package org.moderationdesk.routing;

import org.jspecify.annotations.Nullable;

/**
 * Where a case belongs.
 *
 * @param rule the name of the rule that says so; null where none does
 */
public record Route(String queue, @Nullable String rule) {}
