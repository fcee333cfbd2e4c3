/** Trials of the store, and an empty one for the trials of other rooms. */
@NullMarked
package org.moderationdesk.db;

import org.jspecify.annotations.NullMarked;
