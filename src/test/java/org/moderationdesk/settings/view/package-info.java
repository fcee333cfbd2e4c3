/** The Settings screen: appearance, how work goes, and the care of the store. */
@NullMarked
package org.moderationdesk.settings.view;

import org.jspecify.annotations.NullMarked;
