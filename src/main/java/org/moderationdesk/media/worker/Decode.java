package org.moderationdesk.media.worker;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.bytedeco.ffmpeg.global.avutil;
import org.moderationdesk.media.decode.Ask;
import org.moderationdesk.media.decode.MediaRefused;

/**
 * Starts the process that decodes what the desk asks over its standard input, until that ends. Arguments: most pixels of
 * a frame, longest side, longest survey in milliseconds, largest piece of memory in megabytes.
 */
public final class Decode {
    private Decode() {}

    public static void main(String[] args) {
        var bounds = new Bounds(
                Long.parseLong(args[0]), Integer.parseInt(args[1]), Duration.ofMillis(Long.parseLong(args[2])));
        Libraries.load();
        avutil.av_max_alloc(Long.parseLong(args[3]) << 20);
        var out = new Answers(new FileOutputStream(FileDescriptor.out).getChannel());
        var session = new Session(bounds, out);
        try (var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
            Rehearsal.play(bounds);
            out.ready();
            while (true) {
                session.take(Ask.read(in));
            }
        } catch (IOException | MediaRefused over) {
            // The desk is gone, and nobody else is to be told; a lane may be deep in a file.
            Runtime.getRuntime().halt(0);
        }
    }
}
