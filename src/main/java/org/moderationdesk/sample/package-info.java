/** Fills a desk with a made-up, harmless queue, to try it, to learn it and to put load on it. */
@NullMarked
package org.moderationdesk.sample;

import org.jspecify.annotations.NullMarked;
