@NullMarked
package org.moderationdesk.proof;

import org.jspecify.annotations.NullMarked;
