/** Where claim, look, decide and release meet. */
@NullMarked
package org.moderationdesk.review;

import org.jspecify.annotations.NullMarked;
