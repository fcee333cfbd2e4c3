/** Named queues, and the rules that say which case waits in which. */
@NullMarked
package org.moderationdesk.routing;

import org.jspecify.annotations.NullMarked;
