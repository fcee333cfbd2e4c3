/** People, their roles and clearances, who may what, and signing in. */
@NullMarked
package org.moderationdesk.staff;

import org.jspecify.annotations.NullMarked;
