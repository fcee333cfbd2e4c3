/** The process apart that decodes: the only room that touches FFmpeg. The desk reaches it by command line and pipes. */
@NullMarked
package org.moderationdesk.media.worker;

import org.jspecify.annotations.NullMarked;
