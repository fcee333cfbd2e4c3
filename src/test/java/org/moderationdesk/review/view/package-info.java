/** The review screen, tried on a store in memory. */
@NullMarked
package org.moderationdesk.review.view;

import org.jspecify.annotations.NullMarked;
