/** Queues and rules tried on a real store. */
@NullMarked
package org.moderationdesk.routing;

import org.jspecify.annotations.NullMarked;
