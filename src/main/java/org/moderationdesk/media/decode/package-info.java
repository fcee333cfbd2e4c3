/** The desk's half of decoding: asks a process apart for frames and sound, and trusts nothing that it answers. */
@NullMarked
package org.moderationdesk.media.decode;

import org.jspecify.annotations.NullMarked;
