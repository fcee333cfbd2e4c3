/** How much was referred, ordered and answered, as numbers for transparency reports. */
@NullMarked
package org.moderationdesk.transparency;

import org.jspecify.annotations.NullMarked;
