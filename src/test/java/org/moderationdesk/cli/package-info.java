/** Tests of the command line, through the real door, on real stores. */
@NullMarked
package org.moderationdesk.cli;

import org.jspecify.annotations.NullMarked;
