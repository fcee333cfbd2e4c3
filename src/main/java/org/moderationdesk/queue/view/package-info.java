/** The list of waiting cases on screen: picker, filters, rows and why they stand in this order. */
@NullMarked
package org.moderationdesk.queue.view;

import org.jspecify.annotations.NullMarked;
