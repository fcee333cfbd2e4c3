@NullMarked
package org.moderationdesk.editions.view;

import org.jspecify.annotations.NullMarked;
