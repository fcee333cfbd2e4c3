/** The item on screen: its head, its covered or open content, the words around it, and what is known of it. */
@NullMarked
package org.moderationdesk.items.view;

import org.jspecify.annotations.NullMarked;
