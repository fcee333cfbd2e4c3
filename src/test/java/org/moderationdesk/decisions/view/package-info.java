/** Checklist and panel, tried with the real book and the real rules. */
@NullMarked
package org.moderationdesk.decisions.view;

import org.jspecify.annotations.NullMarked;
