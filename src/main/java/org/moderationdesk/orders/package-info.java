/** What authorities order and ask for, each with a clock of its own. */
@NullMarked
package org.moderationdesk.orders;

import org.jspecify.annotations.NullMarked;
