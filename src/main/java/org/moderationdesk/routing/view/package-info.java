/** The screen on which leads make queues and rules. */
@NullMarked
package org.moderationdesk.routing.view;

import org.jspecify.annotations.NullMarked;
