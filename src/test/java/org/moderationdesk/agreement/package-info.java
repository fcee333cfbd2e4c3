/** Tests of how far people agree. */
@NullMarked
package org.moderationdesk.agreement;

import org.jspecify.annotations.NullMarked;
