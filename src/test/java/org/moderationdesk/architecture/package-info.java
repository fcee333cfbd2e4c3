/** The rules of the house as tests, each with a planted fault that it must catch. */
@NullMarked
package org.moderationdesk.architecture;

import org.jspecify.annotations.NullMarked;
