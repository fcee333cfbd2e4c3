/**
 * Editions of the book: bringing one in, from when each is in force, what is different in it, who has read that, which
 * decisions it touches, and reviewing those again.
 */
@NullMarked
package org.moderationdesk.editions;

import org.jspecify.annotations.NullMarked;
