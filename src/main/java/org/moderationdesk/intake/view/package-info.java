/** Importing from the window: choosing or dropping a file, watching it come in, and what became of it. */
@NullMarked
package org.moderationdesk.intake.view;

import org.jspecify.annotations.NullMarked;
