@NullMarked
package org.moderationdesk.quality.view;

import org.jspecify.annotations.NullMarked;
