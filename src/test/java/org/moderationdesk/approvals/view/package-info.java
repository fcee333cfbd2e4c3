@NullMarked
package org.moderationdesk.approvals.view;

import org.jspecify.annotations.NullMarked;
