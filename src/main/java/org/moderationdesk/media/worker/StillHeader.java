package org.moderationdesk.media.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.moderationdesk.media.Blob;
import org.moderationdesk.media.BlobReader;
import org.moderationdesk.media.decode.MediaRefused;

/**
 * The size that a picture's first bytes claim: FFmpeg's demuxers for stills tell it only by decoding. Files of other
 * kinds say nothing here.
 */
final class StillHeader {
    private static final int LOOKED_AT = 1 << 18;

    private final ByteBuffer bytes;

    StillHeader(byte[] beginning) {
        bytes = ByteBuffer.wrap(beginning);
    }

    /** Refuses a picture that claims more than the limits. */
    static void check(Blob blob, Bounds bounds) throws MediaRefused {
        byte[] beginning = new byte[LOOKED_AT];
        int filled = 0;
        try (var in = new BlobReader(blob)) {
            int count = in.read(0, beginning, 0, LOOKED_AT);
            while (count > 0 && filled < LOOKED_AT) {
                filled += count;
                count = in.read(filled, beginning, filled, LOOKED_AT - filled);
            }
        } catch (IOException damaged) {
            throw new MediaRefused(MediaRefused.Reason.BROKEN, damaged);
        }
        new StillHeader(java.util.Arrays.copyOf(beginning, filled)).check(bounds);
    }

    void check(Bounds bounds) throws MediaRefused {
        try {
            if (begins(0, "\u0089PNG")) {
                check(bounds, bytes.getInt(16), bytes.getInt(20));
            } else if (begins(0, "GIF8")) {
                check(bounds, little(6), little(8));
            } else if (begins(0, "BM")) {
                bytes.order(ByteOrder.LITTLE_ENDIAN);
                check(bounds, bytes.getInt(18), Math.abs(bytes.getInt(22)));
            } else if (begins(0, "\u00ff\u00d8\u00ff")) {
                jpeg(bounds);
            } else if (begins(0, "RIFF") && begins(8, "WEBP")) {
                webp(bounds);
            }
        } catch (IndexOutOfBoundsException tooShort) {
            // Cut within its header: the decoder says so.
            return;
        }
    }

    private void jpeg(Bounds bounds) throws MediaRefused {
        int at = 2;
        while (true) {
            int marker = bytes.getShort(at) & 0xFFFF;
            boolean sizes =
                    marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
            if (sizes) {
                check(bounds, bytes.getShort(at + 7) & 0xFFFF, bytes.getShort(at + 5) & 0xFFFF);
                return;
            }
            if (marker < 0xFF01) {
                return;
            }
            at += 2 + (bytes.getShort(at + 2) & 0xFFFF);
        }
    }

    private void webp(Bounds bounds) throws MediaRefused {
        if (begins(12, "VP8X")) {
            check(
                    bounds,
                    1 + (little(24) | (bytes.get(26) & 0xFF) << 16),
                    1 + (little(27) | (bytes.get(29) & 0xFF) << 16));
        } else if (begins(12, "VP8 ")) {
            check(bounds, little(26) & 0x3FFF, little(28) & 0x3FFF);
        } else if (begins(12, "VP8L")) {
            int packed = little(21) | little(23) << 16;
            check(bounds, 1 + (packed & 0x3FFF), 1 + (packed >>> 14 & 0x3FFF));
        }
    }

    /** As in a file: not signed. */
    private static void check(Bounds bounds, int width, int height) throws MediaRefused {
        bounds.check(width < 0 ? Integer.MAX_VALUE : width, height < 0 ? Integer.MAX_VALUE : height);
    }

    private boolean begins(int at, String letters) {
        for (int i = 0; i < letters.length(); i++) {
            if ((bytes.get(at + i) & 0xFF) != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int little(int at) {
        return bytes.get(at) & 0xFF | (bytes.get(at + 1) & 0xFF) << 8;
    }
}
