/** What waits for a second person: who may answer it, until when, and who is told what became of it. */
@NullMarked
package org.moderationdesk.approvals;

import org.jspecify.annotations.NullMarked;
