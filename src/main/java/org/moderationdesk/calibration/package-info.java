/** Disputed cases that several people decide apart, what a lead rules of them, and the precedents that this makes. */
@NullMarked
package org.moderationdesk.calibration;

import org.jspecify.annotations.NullMarked;
