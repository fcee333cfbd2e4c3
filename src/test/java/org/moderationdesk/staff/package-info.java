/** Trials of people, rights and signing in. */
@NullMarked
package org.moderationdesk.staff;

import org.jspecify.annotations.NullMarked;
