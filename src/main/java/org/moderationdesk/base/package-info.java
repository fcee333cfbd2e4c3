/** What every room stands on: languages, ids, time, hashing and canonical JSON, without JavaFX and without SQL. */
@NullMarked
package org.moderationdesk.base;

import org.jspecify.annotations.NullMarked;
