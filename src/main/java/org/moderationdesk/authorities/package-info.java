/** What goes to police and courts, what they order, and calls to emergency services. */
@NullMarked
package org.moderationdesk.authorities;

import org.jspecify.annotations.NullMarked;
