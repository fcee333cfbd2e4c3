/** Who helps people concerned and where they complain, as settings. */
@NullMarked
package org.moderationdesk.notices.view;

import org.jspecify.annotations.NullMarked;
