@NullMarked
package org.moderationdesk.editions;

import org.jspecify.annotations.NullMarked;
