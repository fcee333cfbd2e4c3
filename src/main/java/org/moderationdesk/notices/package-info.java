/** What the person concerned is told of a decision: what was done, why, and where they can turn. */
@NullMarked
package org.moderationdesk.notices;

import org.jspecify.annotations.NullMarked;
