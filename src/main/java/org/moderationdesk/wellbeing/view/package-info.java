/** The exposure meter, breaks and their game, the offer of lighter work, and the page of one's own day. */
@NullMarked
package org.moderationdesk.wellbeing.view;

import org.jspecify.annotations.NullMarked;
