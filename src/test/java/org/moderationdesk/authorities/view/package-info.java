@NullMarked
package org.moderationdesk.authorities.view;

import org.jspecify.annotations.NullMarked;
