package org.moderationdesk.media.decode;

/**
 * Takes what is played. Frames come on one thread and sound on another, each in the order of time: holding one of them
 * up holds up its own stream only, and is how a sink says that it has enough. Times are the file's, whatever the speed.
 */
public interface PlaybackSink {
    void frame(Frame frame);

    /** At speed 2 a piece of 480 samples a channel tells of 20 ms of the file, and takes 10 ms to play. */
    void sound(Sound sound);

    /** Both streams came to their end. The last call. */
    void ended();

    /** Nothing more comes. The last call. */
    void failed(MediaRefused why);
}
