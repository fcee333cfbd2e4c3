/** The guideline book: chapters, sections, clauses, carve-outs and exceptions of one edition, and its words. */
@NullMarked
package org.moderationdesk.guidelines;

import org.jspecify.annotations.NullMarked;
