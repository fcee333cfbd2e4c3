package org.moderationdesk.media.worker;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import org.bytedeco.ffmpeg.global.avutil;

/** Starts the process that encodes what the desk asks over its standard input, until that ends. */
public final class Encode {
    private static final int PIPE_BYTES = 1 << 16;

    private Encode() {}

    public static void main(String[] args) throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        try (var in = new FileInputStream(FileDescriptor.in);
                var out = new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), PIPE_BYTES))) {
            new EncodeSession(in.getChannel(), out).run();
        }
    }
}
