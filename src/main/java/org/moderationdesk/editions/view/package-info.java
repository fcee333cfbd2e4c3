/** Editions of the book on screen: which there are, what is different, who has read it, what they touch. */
@NullMarked
package org.moderationdesk.editions.view;

import org.jspecify.annotations.NullMarked;
