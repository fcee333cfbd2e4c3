/** The screen of queues, in the hands of a robot. */
@NullMarked
package org.moderationdesk.routing.view;

import org.jspecify.annotations.NullMarked;
