package org.moderationdesk.media.view;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** Points on screen, in a buffer that is used again while its size stays, and wiped when it is taken off. */
final class Screened {
    private final ImageView view = new ImageView();
    private @Nullable PixelBuffer<IntBuffer> buffer;

    ImageView view() {
        return view;
    }

    @Nullable
    Image image() {
        return view.getImage();
    }

    void show(Pixels.Raster raster) {
        PixelBuffer<IntBuffer> into = buffer;
        if (into == null || into.getWidth() != raster.width() || into.getHeight() != raster.height()) {
            into = new PixelBuffer<>(
                    raster.width(),
                    raster.height(),
                    IntBuffer.allocate(raster.width() * raster.height()),
                    PixelFormat.getIntArgbPreInstance());
            buffer = into;
        }
        into.updateBuffer(held -> {
            write(raster.argb(), held.getBuffer().array());
            return null;
        });
        if (view.getImage() == null
                || view.getImage().getWidth() != raster.width()
                || view.getImage().getHeight() != raster.height()) {
            view.setImage(new WritableImage(into));
        }
    }

    /** Takes it off; nothing of it is left in the buffer. */
    void clear() {
        PixelBuffer<IntBuffer> used = buffer;
        view.setImage(null);
        buffer = null;
        if (used != null) {
            Arrays.fill(used.getBuffer().array(), 0);
        }
    }

    /** JavaFX takes colours that are multiplied by how opaque they are. */
    private static void write(int[] argb, int[] into) {
        for (int i = 0; i < into.length; i++) {
            int point = argb[i];
            int alpha = point >>> 24;
            into[i] = alpha == 255
                    ? point
                    : alpha << 24
                            | (((point >> 16) & 0xFF) * alpha / 255) << 16
                            | (((point >> 8) & 0xFF) * alpha / 255) << 8
                            | (point & 0xFF) * alpha / 255;
        }
    }
}
