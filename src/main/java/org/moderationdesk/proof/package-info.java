/** What somebody outside holds the log to: signed checkpoints of it, and proofs that one entry is in it. */
@NullMarked
package org.moderationdesk.proof;

import org.jspecify.annotations.NullMarked;
