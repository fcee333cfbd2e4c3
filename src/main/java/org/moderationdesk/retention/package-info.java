/** How long what is settled is kept, what is held back from erasure, and what a person may ask of their own data. */
@NullMarked
package org.moderationdesk.retention;

import org.jspecify.annotations.NullMarked;
