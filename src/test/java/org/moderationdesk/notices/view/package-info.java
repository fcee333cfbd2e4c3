@NullMarked
package org.moderationdesk.notices.view;

import org.jspecify.annotations.NullMarked;
