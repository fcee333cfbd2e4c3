@NullMarked
package org.moderationdesk.calibration.view;

import org.jspecify.annotations.NullMarked;
