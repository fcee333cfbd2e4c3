@NullMarked
package org.moderationdesk.transparency.view;

import org.jspecify.annotations.NullMarked;
