/** Screens for what goes to police and courts. */
@NullMarked
package org.moderationdesk.authorities.view;

import org.jspecify.annotations.NullMarked;
