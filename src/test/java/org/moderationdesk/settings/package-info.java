/** Tests of the settings files. */
@NullMarked
package org.moderationdesk.settings;

import org.jspecify.annotations.NullMarked;
