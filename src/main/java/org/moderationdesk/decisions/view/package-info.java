/** The checklist and the decision panel: every screen on which a decision is made or practised shows them. */
@NullMarked
package org.moderationdesk.decisions.view;

import org.jspecify.annotations.NullMarked;
