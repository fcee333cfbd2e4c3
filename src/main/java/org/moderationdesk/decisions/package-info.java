/** Proposals, the rules that judge them, and the decisions, measures and referrals that follow. */
@NullMarked
package org.moderationdesk.decisions;

import org.jspecify.annotations.NullMarked;
