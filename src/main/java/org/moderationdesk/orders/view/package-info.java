/** What authorities order, on screen: the list by its clocks, one with its steps, and the forms. */
@NullMarked
package org.moderationdesk.orders.view;

import org.jspecify.annotations.NullMarked;
