package org.moderationdesk.decisions;

import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ExceptionGround;

/**
 * The ground on which content that breaks a rule stays up.
 *
 * @param ground null while none is chosen
 * @param carveOut for ground CARVE_OUT
 * @param why in the person's words
 */
public record ExceptionClaim(
        @Nullable ExceptionGround ground,
        @Nullable CarveOutCode carveOut,
        @Nullable String why) {}
