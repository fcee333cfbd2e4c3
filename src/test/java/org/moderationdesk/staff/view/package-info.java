@NullMarked
package org.moderationdesk.staff.view;

import org.jspecify.annotations.NullMarked;
