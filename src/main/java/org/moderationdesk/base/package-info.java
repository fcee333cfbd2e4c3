/** What every room stands on: languages, texts, canonical JSON, hashing, ids. No JavaFX, no SQL. */
@NullMarked
package org.moderationdesk.base;

import org.jspecify.annotations.NullMarked;
