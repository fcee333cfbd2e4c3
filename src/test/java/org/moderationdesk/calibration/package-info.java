@NullMarked
package org.moderationdesk.calibration;

import org.jspecify.annotations.NullMarked;
