/** Screens of calibration: sessions, deciding apart, the answers side by side, rulings and precedents. */
@NullMarked
package org.moderationdesk.calibration.view;

import org.jspecify.annotations.NullMarked;
