package org.moderationdesk.wellbeing;

/**
 * All that anybody else learns of a person's day.
 *
 * @param used which part of today's budget, in whole percent: 0.35 for 35 percent, more than 1 for beyond
 * @param lifted whether somebody has lifted their wait at the whole budget for today
 */
public record BudgetShare(String person, double used, boolean lifted) {}
