/** The roof: where the program starts and everything is wired together. */
@NullMarked
package org.moderationdesk.app;

import org.jspecify.annotations.NullMarked;
