package org.moderationdesk.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.Size;

/** Brings frames to the size and form that were asked for. For one thread. */
final class Scaler implements AutoCloseable {
    private static final int LARGEST_SIDE = 1 << 16;

    private final SwsContext context = swscale.sws_alloc_context();
    private final AVFrame scaled = av_frame_alloc();
    private final int format;
    private ByteBuffer packed = ByteBuffer.allocateDirect(0);

    private Scaler(int format, int method) {
        this.format = format;
        context.flags(method);
        context.threads(1);
    }

    /** Blue, green, red, alpha; fast. */
    static Scaler ofClips() {
        return new Scaler(avutil.AV_PIX_FMT_BGRA, swscale.SWS_BILINEAR);
    }

    /** Blue, green, red, alpha; with care. */
    static Scaler ofStills() {
        return new Scaler(avutil.AV_PIX_FMT_BGRA, swscale.SWS_AREA);
    }

    /** One byte of brightness a pixel. */
    static Scaler ofBrightness() {
        return new Scaler(avutil.AV_PIX_FMT_GRAY8, swscale.SWS_FAST_BILINEAR);
    }

    /** The size that a frame is shown in, upright, its pixels made square. */
    static Size shown(int width, int height, AVRational aspect, Upright upright) {
        double wide = aspect.num() > 0 && aspect.den() > 0 ? avutil.av_q2d(aspect) : 1;
        int across = Math.clamp(Math.round(width * Math.clamp(wide, 0.05, 20)), 1, LARGEST_SIDE);
        int down = Math.clamp(height, 1, LARGEST_SIDE);
        return upright.isLying() ? new Size(down, across) : new Size(across, down);
    }

    /**
     * Scales a frame and turns it upright.
     *
     * @return rows without gaps, of exactly the size; good until the next call
     */
    ByteBuffer scale(AVFrame frame, Size size, Upright upright) throws MediaRefused {
        int width = upright.isLying() ? size.height() : size.width();
        int height = upright.isLying() ? size.width() : size.height();
        if (scaled.width() != width || scaled.height() != height) {
            av_frame_unref(scaled);
            scaled.format(format);
            scaled.width(width);
            scaled.height(height);
            Faults.check(av_frame_get_buffer(scaled, 0));
        }
        Faults.check(swscale.sws_scale_frame(context, scaled, frame));
        ByteBuffer rows = pack(width, height);
        if (format == avutil.AV_PIX_FMT_BGRA && !upright.equals(Upright.AS_IT_IS)) {
            var words = rows.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
            int[] pixels = new int[width * height];
            words.get(pixels);
            words.rewind().put(upright.turn(pixels, width, height));
        }
        return rows;
    }

    @Override
    public void close() {
        av_frame_free(scaled);
        swscale.sws_free_context(context);
    }

    private ByteBuffer pack(int width, int height) {
        int line = width * (format == avutil.AV_PIX_FMT_BGRA ? Integer.BYTES : 1);
        int step = scaled.linesize(0);
        ByteBuffer from =
                new BytePointer(scaled.data(0)).capacity((long) step * height).asBuffer();
        if (step == line) {
            return from;
        }
        if (packed.capacity() < line * height) {
            packed = ByteBuffer.allocateDirect(line * height);
        }
        packed.clear();
        for (int y = 0; y < height; y++) {
            packed.put(from.slice(y * step, line));
        }
        return packed.flip();
    }
}
