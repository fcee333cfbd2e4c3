@NullMarked
package org.moderationdesk.orders;

import org.jspecify.annotations.NullMarked;
