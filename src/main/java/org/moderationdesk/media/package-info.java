/** Media files: kept encrypted, and pictures decoded within limits. */
@NullMarked
package org.moderationdesk.media;

import org.jspecify.annotations.NullMarked;
