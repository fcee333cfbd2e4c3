/** Reading the book: the Guidelines screen, and the card that explains one clause wherever it is named. */
@NullMarked
package org.moderationdesk.guidelines.view;

import org.jspecify.annotations.NullMarked;
