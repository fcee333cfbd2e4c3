/** Signing in, the lock over the window, and the people of the desk, as screens. */
@NullMarked
package org.moderationdesk.staff.view;

import org.jspecify.annotations.NullMarked;
