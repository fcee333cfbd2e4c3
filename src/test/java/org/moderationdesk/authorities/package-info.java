@NullMarked
package org.moderationdesk.authorities;

import org.jspecify.annotations.NullMarked;
