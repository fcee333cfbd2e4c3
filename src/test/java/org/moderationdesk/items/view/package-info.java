/** Tests of the item on screen. */
@NullMarked
package org.moderationdesk.items.view;

import org.jspecify.annotations.NullMarked;
