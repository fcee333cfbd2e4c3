/** Trials of the room items. */
@NullMarked
package org.moderationdesk.items;

import org.jspecify.annotations.NullMarked;
