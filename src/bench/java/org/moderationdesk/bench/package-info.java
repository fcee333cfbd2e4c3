/** Measures the budgets; prints one JSON object a line and fails no build. */
@NullMarked
package org.moderationdesk.bench;

import org.jspecify.annotations.NullMarked;
