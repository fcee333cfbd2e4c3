/** What leaves the desk for those who look at it from outside: exports, each of them an entry of the log. */
@NullMarked
package org.moderationdesk.audit;

import org.jspecify.annotations.NullMarked;
