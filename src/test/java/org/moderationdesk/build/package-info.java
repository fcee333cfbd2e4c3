/** Proves that the build's own guards and the headless window work. */
@NullMarked
package org.moderationdesk.build;

import org.jspecify.annotations.NullMarked;
