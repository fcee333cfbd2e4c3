@NullMarked
package org.moderationdesk.retention;

import org.jspecify.annotations.NullMarked;
