/**
 * How far people who judged the same thing apart agree: raw agreement, Cohen's kappa, Krippendorff's alpha, each with an
 * interval, by outcome, clause, pair of people, chapter and week. Pure statistics: knows no store.
 */
@NullMarked
package org.moderationdesk.agreement;

import org.jspecify.annotations.NullMarked;
