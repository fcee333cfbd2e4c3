@NullMarked
package org.moderationdesk.practice.scoring;

import org.jspecify.annotations.NullMarked;
