/** Trials of the room media. */
@NullMarked
package org.moderationdesk.media;

import org.jspecify.annotations.NullMarked;
