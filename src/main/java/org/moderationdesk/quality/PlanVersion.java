package org.moderationdesk.quality;

import java.time.Instant;

/** A sampling plan that was made, when, and by whom. */
public record PlanVersion(SamplingPlan plan, Instant at, String by) {}
