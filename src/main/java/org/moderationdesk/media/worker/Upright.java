package org.moderationdesk.media.worker;

import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/**
 * How a picture is turned to stand upright.
 *
 * @param quarters quarter turns clockwise
 * @param mirrored left and right are changed, before the turn
 * @param odd the file asked for another turn than by quarters
 */
record Upright(int quarters, boolean mirrored, boolean odd) {
    static final Upright AS_IT_IS = new Upright(0, false, false);

    private static final int MATRIX_BYTES = 9 * Integer.BYTES;

    static Upright of(AVStream stream) {
        int count = stream.codecpar().nb_coded_side_data();
        if (count <= 0) {
            return AS_IT_IS;
        }
        AVPacketSideData found = avcodec.av_packet_side_data_get(
                stream.codecpar().coded_side_data(), count, avcodec.AV_PKT_DATA_DISPLAYMATRIX);
        return found == null || found.isNull() || found.size() < MATRIX_BYTES ? AS_IT_IS : of(found.data());
    }

    static Upright of(AVFrame frame) {
        AVFrameSideData found = avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
        return found == null || found.isNull() || found.size() < MATRIX_BYTES ? AS_IT_IS : of(found.data());
    }

    private static Upright of(BytePointer data) {
        IntBuffer words = new BytePointer(data)
                .capacity(MATRIX_BYTES)
                .asBuffer()
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
        int[] matrix = new int[9];
        words.get(matrix);
        double determinant = (double) matrix[0] * matrix[4] - (double) matrix[1] * matrix[3];
        boolean mirrored = determinant < 0;
        if (mirrored) {
            matrix[0] = -matrix[0];
            matrix[3] = -matrix[3];
            matrix[6] = -matrix[6];
        }
        double clockwise = -avutil.av_display_rotation_get(matrix);
        if (Double.isNaN(clockwise)) {
            return new Upright(0, false, true);
        }
        int quarters = (int) Math.floorMod(Math.round(clockwise / 90), 4L);
        return new Upright(quarters, mirrored, Math.abs(clockwise - 90.0 * Math.round(clockwise / 90)) > 1);
    }

    boolean isLying() {
        return quarters % 2 == 1;
    }

    /** Turns pixels. The result has the sides changed where the turn is a quarter or three. */
    int[] turn(int[] pixels, int width, int height) {
        if (quarters == 0 && !mirrored) {
            return pixels;
        }
        int[] turned = new int[pixels.length];
        int across = isLying() ? height : width;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = mirrored ? width - 1 - x : x;
                int to =
                        switch (quarters) {
                            case 0 -> y * across + x;
                            case 1 -> x * across + height - 1 - y;
                            case 2 -> (height - 1 - y) * across + width - 1 - x;
                            default -> (width - 1 - x) * across + y;
                        };
                turned[to] = pixels[y * width + fromX];
            }
        }
        return turned;
    }
}
