/** Tests of the room. */
@NullMarked
package org.moderationdesk.wellbeing.view;

import org.jspecify.annotations.NullMarked;
