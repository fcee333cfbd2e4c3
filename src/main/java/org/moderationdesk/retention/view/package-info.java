/** Cards of the settings page about how long data is kept and whose it is. */
@NullMarked
package org.moderationdesk.retention.view;

import org.jspecify.annotations.NullMarked;
