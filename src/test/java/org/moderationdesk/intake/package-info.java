/** Trials of the room intake. */
@NullMarked
package org.moderationdesk.intake;

import org.jspecify.annotations.NullMarked;
