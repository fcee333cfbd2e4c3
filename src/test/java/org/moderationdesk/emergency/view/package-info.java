@NullMarked
package org.moderationdesk.emergency.view;

import org.jspecify.annotations.NullMarked;
