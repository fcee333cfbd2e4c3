/** People, their roles and clearances. */
@NullMarked
package org.moderationdesk.staff;

import org.jspecify.annotations.NullMarked;
