/** What the sample queue must hold. */
@NullMarked
package org.moderationdesk.sample;

import org.jspecify.annotations.NullMarked;
