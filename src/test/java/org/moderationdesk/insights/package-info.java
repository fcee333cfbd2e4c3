/** Tests of the figures of the work as a whole. */
@NullMarked
package org.moderationdesk.insights;

import org.jspecify.annotations.NullMarked;
