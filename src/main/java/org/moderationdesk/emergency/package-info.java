/** Danger to life now: whom to call and what to say, that somebody called and what came of it, and who helps. */
@NullMarked
package org.moderationdesk.emergency;

import org.jspecify.annotations.NullMarked;
