package org.moderationdesk.media.decode;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of a clip on the wire; what cannot be is not read. */
public final class FactsWire {
    /** Most bytes. */
    static final int LONGEST = 1_024;

    private static final int LONGEST_NAME = 32;
    private static final int LARGEST_SIDE = 1 << 16;

    private FactsWire() {}

    public static void write(ClipFacts facts, DataOutputStream out) throws IOException {
        out.writeBoolean(facts.picture());
        out.writeBoolean(facts.sound());
        out.writeInt(facts.width());
        out.writeInt(facts.height());
        out.writeInt(facts.rotation());
        Long duration = facts.durationMicros();
        out.writeLong(duration == null ? -1 : duration);
        Double rate = facts.framesPerSecond();
        out.writeDouble(rate == null ? 0 : rate);
        out.writeBoolean(facts.variableRate());
        out.writeByte(facts.missing().size());
        for (Missing missing : facts.missing()) {
            out.writeByte(missing.ordinal());
        }
        write(facts.container(), out);
        write(facts.pictureCodec(), out);
        write(facts.soundCodec(), out);
    }

    static ClipFacts read(DataInputStream in) throws IOException {
        boolean picture = in.readBoolean();
        boolean sound = in.readBoolean();
        int width = side(in.readInt());
        int height = side(in.readInt());
        int rotation = in.readInt();
        long duration = in.readLong();
        double rate = in.readDouble();
        boolean variable = in.readBoolean();
        List<Missing> missing = new ArrayList<>();
        for (int count = in.readUnsignedByte(); count > 0; count--) {
            missing.add(Missing.values()[in.readUnsignedByte() % Missing.values().length]);
        }
        String container = name(in);
        if (rotation < 0 || rotation > 270 || rotation % 90 != 0 || container == null) {
            throw new IOException("not the facts of a clip");
        }
        return new ClipFacts(
                picture,
                sound,
                width,
                height,
                rotation,
                duration < 0 ? null : duration,
                rate > 0 && rate < 100_000 ? rate : null,
                variable,
                missing,
                container,
                name(in),
                name(in));
    }

    private static void write(@Nullable String name, DataOutputStream out) throws IOException {
        out.writeUTF(name == null ? "" : name.substring(0, Math.min(LONGEST_NAME, name.length())));
    }

    private static @Nullable String name(DataInputStream in) throws IOException {
        String name = in.readUTF();
        if (name.length() > LONGEST_NAME || !name.chars().allMatch(letter -> letter > ' ' && letter < 0x7F)) {
            throw new IOException("not a name");
        }
        return name.isEmpty() ? null : name;
    }

    private static int side(int pixels) throws IOException {
        if (pixels < 0 || pixels > LARGEST_SIDE) {
            throw new IOException("not a side");
        }
        return pixels;
    }
}
