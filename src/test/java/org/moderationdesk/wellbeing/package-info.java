/** Tests of the room. */
@NullMarked
package org.moderationdesk.wellbeing;

import org.jspecify.annotations.NullMarked;
