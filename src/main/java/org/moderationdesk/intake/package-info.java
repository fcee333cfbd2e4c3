/** Brings flagged items from files into the store and the queue. */
@NullMarked
package org.moderationdesk.intake;

import org.jspecify.annotations.NullMarked;
