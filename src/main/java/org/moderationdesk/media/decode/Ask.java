package org.moderationdesk.media.decode;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.moderationdesk.media.Blob;

/**
 * What the desk asks a worker, over its standard input: the number of the request, what is asked, and its words.
 * Everything that belongs to one request carries its number.
 */
public sealed interface Ask {
    /** The one clip of this worker. */
    record Open(Blob blob) implements Ask {}

    record Picture(Blob blob, Size most) implements Ask {}

    /** What a file says of itself beside its content. */
    record Metadata(Blob blob) implements Ask {}

    record FrameAt(long micros, Size most) implements Ask {}

    record Step(long fromMicros, int by, Size most) implements Ask {}

    record Strip(int count, Size most) implements Ask {}

    record Scenes(int atMost) implements Ask {}

    record Wave(int bins) implements Ask {}

    record Play(PlayFrom from) implements Ask {}

    /** One more frame, or piece of sound, may be sent. */
    record More(boolean sound) implements Ask {}

    record Pause(boolean on) implements Ask {}

    record Stop() implements Ask {}

    record Refresh() implements Ask {}

    /** An ask and the request that it belongs to. */
    record Numbered(int request, Ask ask) {}

    /** Longest path, in characters. */
    int LONGEST_PATH = 8_192;

    /** Frames, and pieces of sound, that a worker sends ahead of the first {@link More}. */
    int AHEAD = 6;

    int PIECES_AHEAD = 12;

    default void write(int request, DataOutputStream out) throws IOException {
        out.writeInt(request);
        switch (this) {
            case Open(Blob blob) -> {
                out.writeByte('O');
                write(blob, out);
            }
            case Picture(Blob blob, Size most) -> {
                out.writeByte('P');
                write(blob, out);
                write(most, out);
            }
            case Metadata(Blob blob) -> {
                out.writeByte('D');
                write(blob, out);
            }
            case FrameAt(long micros, Size most) -> {
                out.writeByte('F');
                out.writeLong(micros);
                write(most, out);
            }
            case Step(long from, int by, Size most) -> {
                out.writeByte('S');
                out.writeLong(from);
                out.writeInt(by);
                write(most, out);
            }
            case Strip(int count, Size most) -> {
                out.writeByte('T');
                out.writeInt(count);
                write(most, out);
            }
            case Scenes(int atMost) -> {
                out.writeByte('C');
                out.writeInt(atMost);
            }
            case Wave(int bins) -> {
                out.writeByte('W');
                out.writeInt(bins);
            }
            case Play(PlayFrom from) -> {
                out.writeByte('Y');
                out.writeLong(from.micros());
                out.writeDouble(from.speed());
                write(from.most(), out);
                out.writeBoolean(from.sound());
            }
            case More(boolean sound) -> {
                out.writeByte('M');
                out.writeBoolean(sound);
            }
            case Pause(boolean on) -> {
                out.writeByte('U');
                out.writeBoolean(on);
            }
            case Stop() -> out.writeByte('X');
            case Refresh() -> out.writeByte('R');
        }
        out.flush();
    }

    /**
     * Reads one ask.
     *
     * @throws IOException also where it is none, or longer than allowed
     */
    static Numbered read(DataInputStream in) throws IOException {
        int request = in.readInt();
        int kind = in.readByte();
        Ask ask =
                switch (kind) {
                    case 'O' -> new Open(blob(in));
                    case 'P' -> new Picture(blob(in), size(in));
                    case 'D' -> new Metadata(blob(in));
                    case 'F' -> new FrameAt(in.readLong(), size(in));
                    case 'S' -> new Step(in.readLong(), in.readInt(), size(in));
                    case 'T' -> new Strip(in.readInt(), size(in));
                    case 'C' -> new Scenes(in.readInt());
                    case 'W' -> new Wave(in.readInt());
                    case 'Y' -> new Play(new PlayFrom(in.readLong(), in.readDouble(), size(in), in.readBoolean()));
                    case 'M' -> new More(in.readBoolean());
                    case 'U' -> new Pause(in.readBoolean());
                    case 'X' -> new Stop();
                    case 'R' -> new Refresh();
                    default -> throw new IOException("not an ask: " + kind);
                };
        return new Numbered(request, ask);
    }

    private static void write(Blob blob, DataOutputStream out) throws IOException {
        String path = blob.path().toString();
        if (path.length() > LONGEST_PATH) {
            throw new IOException("a path of " + path.length() + " characters");
        }
        out.writeUTF(path);
        out.writeByte(blob.key().length);
        out.write(blob.key());
        out.writeBoolean(blob.mayGrow());
    }

    private static Blob blob(DataInputStream in) throws IOException {
        Path path = Path.of(in.readUTF());
        byte[] key = new byte[in.readUnsignedByte()];
        in.readFully(key);
        return new Blob(path, key, in.readBoolean());
    }

    private static void write(Size size, DataOutputStream out) throws IOException {
        out.writeInt(size.width());
        out.writeInt(size.height());
    }

    private static Size size(DataInputStream in) throws IOException {
        return new Size(in.readInt(), in.readInt());
    }
}
