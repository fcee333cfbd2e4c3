/** Practice on screen: sets, the run on the very same review screen, its result, and what trainers do with them. */
@NullMarked
package org.moderationdesk.practice.view;

import org.jspecify.annotations.NullMarked;
