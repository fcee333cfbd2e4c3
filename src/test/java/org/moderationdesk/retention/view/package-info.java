@NullMarked
package org.moderationdesk.retention.view;

import org.jspecify.annotations.NullMarked;
