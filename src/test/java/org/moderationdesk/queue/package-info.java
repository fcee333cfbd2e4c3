/** The queue tried on a real store. */
@NullMarked
package org.moderationdesk.queue;

import org.jspecify.annotations.NullMarked;
