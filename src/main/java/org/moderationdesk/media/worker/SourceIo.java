package org.moderationdesk.media.worker;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.IOException;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** What FFmpeg reads: the plain bytes of one file, in memory alone. For one thread. */
final class SourceIo implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int WHENCE = 3;

    private final Source source;
    private final byte[] bytes = new byte[BUFFER];
    private final Reading reading = new Reading();
    private final Seeking seeking = new Seeking();
    private final AVIOContext context;
    private long at;
    private boolean beyond;
    private boolean damaged;

    SourceIo(Source source) {
        this.source = source;
        context = avio_alloc_context(new BytePointer(av_malloc(BUFFER)), BUFFER, 0, null, reading, null, seeking);
    }

    AVIOContext context() {
        return context;
    }

    Source source() {
        return source;
    }

    /** Whether something was looked for behind the end: the file is shorter than it says. */
    boolean wentBeyond() {
        return beyond;
    }

    /** Whether the file was changed on disk. */
    boolean isDamaged() {
        return damaged;
    }

    @Override
    public void close() {
        if (!context.isNull()) {
            av_free(context.buffer());
            avio_context_free(context);
        }
        reading.close();
        seeking.close();
        try {
            source.close();
        } catch (IOException ignored) {
            // It was only read.
            return;
        }
    }

    private final class Reading extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer into, int length) {
            try {
                int count = source.read(at, bytes, 0, Math.min(length, BUFFER));
                if (count <= 0) {
                    return avutil.AVERROR_EOF;
                }
                into.put(bytes, 0, count);
                at += count;
                return count;
            } catch (IOException | RuntimeException changed) {
                damaged = true;
                return avutil.AVERROR_EIO();
            }
        }
    }

    private final class Seeking extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer opaque, long offset, int how) {
            if ((how & AVSEEK_SIZE) != 0) {
                return source.size();
            }
            long to =
                    switch (how & WHENCE) {
                        case 0 -> offset;
                        case 1 -> at + offset;
                        default -> source.size() + offset;
                    };
            if (to < 0) {
                return avutil.AVERROR_EINVAL();
            }
            beyond |= to > source.size();
            at = to;
            return at;
        }
    }
}
