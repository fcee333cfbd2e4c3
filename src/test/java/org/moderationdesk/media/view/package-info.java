@NullMarked
package org.moderationdesk.media.view;

import org.jspecify.annotations.NullMarked;
