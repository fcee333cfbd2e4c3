/** Quality review. */
@NullMarked
package org.moderationdesk.quality;

import org.jspecify.annotations.NullMarked;
