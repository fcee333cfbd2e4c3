/** What media are looked at with: frames under cover, the player, its time line, sound and picture in step. Knows no item. */
@NullMarked
package org.moderationdesk.media.view;

import org.jspecify.annotations.NullMarked;
