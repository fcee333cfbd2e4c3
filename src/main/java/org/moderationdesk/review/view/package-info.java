/** The review screen, where list, item, checklist and decision stand side by side. */
@NullMarked
package org.moderationdesk.review.view;

import org.jspecify.annotations.NullMarked;
