package org.moderationdesk.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.moderationdesk.cli.DeskCommandLine;

/** Runs one command; its answers are UTF-8 whatever the platform's own encoding. */
final class Commands {
    private Commands() {}

    /** Answers with the exit status. */
    static int run(String... arguments) {
        return new DeskCommandLine(
                        new CommandDoor(InstantSource.system()),
                        System.getenv(),
                        writer(FileDescriptor.out),
                        writer(FileDescriptor.err))
                .run(arguments);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        OutputStream out = new FileOutputStream(descriptor);
        return new PrintWriter(out, false, StandardCharsets.UTF_8);
    }
}
