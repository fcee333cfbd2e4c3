/** The window around the screens: rail, top bar, status bar, palette, key sheet, and the way in. */
@NullMarked
package org.moderationdesk.shell;

import org.jspecify.annotations.NullMarked;
