/**
 * What a lead wants to know of the work as a whole: how old the queue is, whether decisions come in time, how long they
 * take, what they come to, how far people agree. Figures, sheets of them, and their way to paper and files.
 */
@NullMarked
package org.moderationdesk.insights;

import org.jspecify.annotations.NullMarked;
