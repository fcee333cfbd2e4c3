/** Which decisions are reviewed a second time, blind, by somebody else, and what becomes of the differences. */
@NullMarked
package org.moderationdesk.quality;

import org.jspecify.annotations.NullMarked;
