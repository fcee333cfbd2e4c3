/**
 * What an answer to an item of practice is worth, and what comes of the answers of a run: where they differ from the key,
 * by outcome and by clause, how it went from attempt to attempt, and what to look at next. Pure: nothing here reads a store.
 */
@NullMarked
package org.moderationdesk.practice.scoring;

import org.jspecify.annotations.NullMarked;
