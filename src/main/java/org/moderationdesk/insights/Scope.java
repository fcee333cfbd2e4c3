package org.moderationdesk.insights;

/**
 * What figures are asked about.
 *
 * @param queue by name; empty for all
 * @param region as items name it; empty for all
 */
public record Scope(Period period, String queue, String region) {
    public static final Scope WHOLE = new Scope(Period.DAYS_14, "", "");
}
