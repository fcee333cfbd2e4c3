package org.moderationdesk.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.Blob;
import org.moderationdesk.media.FileMetadata;
import org.moderationdesk.media.FileMetadata.Entry;
import org.moderationdesk.media.FileMetadata.Part;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.MetadataWire;

/**
 * Reads what a file says of itself: the tags of its container, streams and chapters, and for a still picture, whose EXIF
 * comes with the frame, those of its first frame. For one thread.
 */
final class MetadataReader {
    private static final int MOST_CHAPTERS = 200;

    private final List<Entry> entries = new ArrayList<>();
    private boolean cut;

    private MetadataReader() {}

    static FileMetadata read(Blob blob, Bounds bounds) throws MediaRefused {
        StillHeader.check(blob, bounds);
        try (MediaInput input = MediaInput.open(blob, bounds)) {
            return new MetadataReader().of(input, bounds);
        }
    }

    private FileMetadata of(MediaInput input, Bounds bounds) throws MediaRefused {
        add(Part.FILE, 0, input.context().metadata());
        for (int i = 0; i < input.context().nb_streams(); i++) {
            add(Part.STREAM, i + 1, input.context().streams(i).metadata());
        }
        int chapters = Math.min(MOST_CHAPTERS, input.context().nb_chapters());
        cut |= input.context().nb_chapters() > MOST_CHAPTERS;
        for (int i = 0; i < chapters; i++) {
            add(Part.CHAPTER, i + 1, input.context().chapters(i).metadata());
        }
        if (isStill(input)) {
            picture(input, bounds);
        }
        return new FileMetadata(entries, cut);
    }

    private static boolean isStill(MediaInput input) {
        String container = input.container();
        return container.endsWith("_pipe") || container.equals("mjpeg") || container.equals("gif");
    }

    private void picture(MediaInput input, Bounds bounds) throws MediaRefused {
        AVStream stream = input.picture();
        Optional<StreamDecoder> decoder = StreamDecoder.open(stream, 1, bounds);
        if (stream == null || decoder.isEmpty()) {
            return;
        }
        try (FrameWalk walk = new FrameWalk(input, stream, decoder.get())) {
            HeldFrame first = walk.next().orElseThrow(() -> new MediaRefused(MediaRefused.Reason.BROKEN));
            add(Part.PICTURE, 0, first.frame().metadata());
            av_frame_free(first.frame());
        }
    }

    private void add(Part part, int number, @Nullable AVDictionary tags) {
        if (tags == null || tags.isNull()) {
            return;
        }
        AVDictionaryEntry at = av_dict_iterate(tags, null);
        while (at != null && !at.isNull()) {
            if (entries.size() == MetadataWire.MOST) {
                cut = true;
                return;
            }
            entries.add(new Entry(
                    part,
                    number,
                    text(at.key(), MetadataWire.LONGEST_NAME),
                    text(at.value(), MetadataWire.LONGEST_VALUE)));
            at = av_dict_iterate(tags, at);
        }
    }

    /** As UTF-8 says, with a mark for what is none: it is a stranger's, and may be anything. */
    private String text(@Nullable BytePointer from, int most) {
        if (from == null || from.isNull()) {
            return "";
        }
        byte[] bytes = from.getStringBytes();
        CharBuffer read;
        try {
            read = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException impossible) {
            return "";
        }
        String all = read.toString();
        if (all.length() <= most) {
            return all;
        }
        cut = true;
        int end = Character.isHighSurrogate(all.charAt(most - 1)) ? most - 1 : most;
        return all.substring(0, end);
    }
}
