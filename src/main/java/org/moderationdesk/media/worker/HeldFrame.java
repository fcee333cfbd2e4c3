package org.moderationdesk.media.worker;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A decoded frame, and its time from the file's beginning. */
record HeldFrame(long micros, AVFrame frame) {}
