package org.moderationdesk.guidelines;

/**
 * An age below which the holder of an account may not use something.
 *
 * @param under in years
 * @param higherInSomeRegions whether a region may ask for a higher age
 */
public record AgeRule(ClauseCode clause, int under, boolean higherInSomeRegions) {}
