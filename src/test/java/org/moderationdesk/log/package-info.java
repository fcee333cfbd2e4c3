/** Trials of the chained log and of the proof over it. */
@NullMarked
package org.moderationdesk.log;

import org.jspecify.annotations.NullMarked;
