package org.moderationdesk.media.worker;

import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.Pointer;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.Size;

/** What a worker does while it waits, so that the first file does not pay for classes and tables that are loaded once. */
final class Rehearsal {
    /** A picture of two points by two, GIF89a. */
    private static final byte[] PICTURE = HexFormat.of()
            .parseHex("47494638396102000200f00000ffffff00000021f90400000000002c00000000020002000002028451003b");

    private static final int SEGMENT = 1 << 16;
    private static final int ROUNDS = 3;
    private static final int[] USUAL = {
        avcodec.AV_CODEC_ID_H264, avcodec.AV_CODEC_ID_VP9, avcodec.AV_CODEC_ID_AAC, avcodec.AV_CODEC_ID_MJPEG
    };

    private Rehearsal() {}

    static void play(Bounds bounds) throws MediaRefused {
        try {
            decipher();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
        for (int id : USUAL) {
            open(id);
        }
        var unheard = new Answers(Channels.newChannel(OutputStream.nullOutputStream()));
        for (int i = 0; i < ROUNDS; i++) {
            var looking = new Looking(bounds, unheard);
            looking.open(0, MediaInput.open(Source.of(PICTURE), bounds));
            looking.at(0, 0, new Size(1, 1));
            looking.close();
        }
    }

    private static void decipher() throws GeneralSecurityException {
        var key = new SecretKeySpec(new byte[32], "AES");
        var nonce = new GCMParameterSpec(128, new byte[12]);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, nonce);
        byte[] sealed = cipher.doFinal(new byte[SEGMENT]);
        for (int i = 0; i < ROUNDS; i++) {
            cipher.init(Cipher.DECRYPT_MODE, key, nonce);
            cipher.doFinal(sealed);
        }
    }

    private static void open(int id) {
        AVCodec codec = avcodec.avcodec_find_decoder(id);
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        // One that wants to know more of its stream says no, and has made its tables by then.
        int ignored = avcodec.avcodec_open2(context, codec, new AVDictionary((Pointer) null));
        avcodec.avcodec_free_context(context);
    }
}
