@NullMarked
package org.moderationdesk.approvals;

import org.jspecify.annotations.NullMarked;
