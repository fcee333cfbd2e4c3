/** What waits for a second person, and the notices of what became of it, on screen. */
@NullMarked
package org.moderationdesk.approvals.view;

import org.jspecify.annotations.NullMarked;
