/** The script for a call to emergency services on screen. */
@NullMarked
package org.moderationdesk.emergency.view;

import org.jspecify.annotations.NullMarked;
