@NullMarked
package org.moderationdesk.emergency;

import org.jspecify.annotations.NullMarked;
