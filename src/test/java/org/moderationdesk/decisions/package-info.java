/** Tests of the rules, and of decisions in the store. */
@NullMarked
package org.moderationdesk.decisions;

import org.jspecify.annotations.NullMarked;
