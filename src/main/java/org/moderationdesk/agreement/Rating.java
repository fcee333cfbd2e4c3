package org.moderationdesk.agreement;

/**
 * One judgement.
 *
 * @param unit what was judged
 * @param reviewer who judged it
 * @param category what they took it for
 */
public record Rating<C>(String unit, String reviewer, C category) {}
