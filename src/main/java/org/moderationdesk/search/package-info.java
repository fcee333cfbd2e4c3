/** Finds decisions by the words of what was decided about, and by the words of who decided. */
@NullMarked
package org.moderationdesk.search;

import org.jspecify.annotations.NullMarked;
