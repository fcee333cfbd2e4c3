/** Items and accounts under review, their versions, reports and history. */
@NullMarked
package org.moderationdesk.items;

import org.jspecify.annotations.NullMarked;
