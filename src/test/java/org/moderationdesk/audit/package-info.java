/** Tests of what leaves the desk. */
@NullMarked
package org.moderationdesk.audit;

import org.jspecify.annotations.NullMarked;
