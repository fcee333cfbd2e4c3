/** Screens of quality review: blind second reviews, differences, plan and coverage, and what is said of one's own. */
@NullMarked
package org.moderationdesk.quality.view;

import org.jspecify.annotations.NullMarked;
