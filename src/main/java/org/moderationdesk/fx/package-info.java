/** The kit of every screen: slow work, theme, keys, dialogs, marks and times. Knows no feature. */
@NullMarked
package org.moderationdesk.fx;

import org.jspecify.annotations.NullMarked;
