/** What looking costs the person who looks: exposure, breaks, what they are not offered, and when lighter work is due. */
@NullMarked
package org.moderationdesk.wellbeing;

import org.jspecify.annotations.NullMarked;
