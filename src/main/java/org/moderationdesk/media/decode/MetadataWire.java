package org.moderationdesk.media.decode;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.moderationdesk.media.FileMetadata;
import org.moderationdesk.media.FileMetadata.Entry;
import org.moderationdesk.media.FileMetadata.Part;

/** The metadata of a file on the wire; what cannot be is not read. */
public final class MetadataWire {
    /** Most entries. */
    public static final int MOST = 400;

    /** Most characters of a name, and of a value. */
    public static final int LONGEST_NAME = 120;

    public static final int LONGEST_VALUE = 2_000;

    /** Most streams or chapters. */
    private static final int MOST_PARTS = 1_000;

    /** Most bytes of an answer. */
    static final int LONGEST = 8 + MOST * (1 + 4 + 2 * 4 + 4 * (LONGEST_NAME + LONGEST_VALUE));

    private MetadataWire() {}

    public static void write(FileMetadata metadata, DataOutputStream out) throws IOException {
        out.writeBoolean(metadata.cut());
        out.writeInt(metadata.entries().size());
        for (Entry entry : metadata.entries()) {
            out.writeByte(entry.part().ordinal());
            out.writeInt(entry.number());
            write(entry.name(), out);
            write(entry.value(), out);
        }
    }

    static FileMetadata read(DataInputStream in) throws IOException {
        boolean cut = in.readBoolean();
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("more metadata than there can be");
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int part = in.readUnsignedByte();
            int number = in.readInt();
            if (part >= Part.values().length || number < 0 || number > MOST_PARTS) {
                throw new IOException("not an entry of metadata");
            }
            entries.add(new Entry(Part.values()[part], number, read(in, LONGEST_NAME), read(in, LONGEST_VALUE)));
        }
        return new FileMetadata(entries, cut);
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > 4 * most) {
            throw new IOException("longer metadata than there can be");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.length() > most) {
            throw new IOException("longer metadata than there can be");
        }
        return text;
    }
}
