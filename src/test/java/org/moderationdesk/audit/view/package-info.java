@NullMarked
package org.moderationdesk.audit.view;

import org.jspecify.annotations.NullMarked;
