@NullMarked
package org.moderationdesk.orders.view;

import org.jspecify.annotations.NullMarked;
