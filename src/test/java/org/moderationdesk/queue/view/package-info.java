/** Tests of the list of cases on screen. */
@NullMarked
package org.moderationdesk.queue.view;

import org.jspecify.annotations.NullMarked;
