/**
 * Practice: sets of items whose answer is known, runs through them, and what comes of that. A set has versions; a version
 * has items, each as the review screen shows it, and a key for each. A run pins a version of its items; what it is worth
 * follows from the newest key. Nothing here touches a case, the event log, a counter or a figure: practice has tables and a
 * journal of its own, in a schema of its own. Two things cross on purpose: looks count towards exposure wherever they
 * happen, and a certificate may open a queue. What an answer is worth, {@code practice.scoring} says, through {@link
 * org.moderationdesk.practice.Scorer}.
 */
@NullMarked
package org.moderationdesk.practice;

import org.jspecify.annotations.NullMarked;
