@NullMarked
package org.moderationdesk.search;

import org.jspecify.annotations.NullMarked;
