/** The way from claim to decision, tried on a real store. */
@NullMarked
package org.moderationdesk.review;

import org.jspecify.annotations.NullMarked;
