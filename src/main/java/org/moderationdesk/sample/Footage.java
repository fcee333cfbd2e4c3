package org.moderationdesk.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.media.decode.Encoder;
import org.moderationdesk.media.decode.FileOrder;
import org.moderationdesk.media.decode.FileOrder.Container;
import org.moderationdesk.media.decode.FileOrder.Part;
import org.moderationdesk.media.decode.PictureOrder;
import org.moderationdesk.media.decode.SoundOrder;

/** Films sample clips: each scene and each voice is encoded once, and put into as many files as there are items. */
final class Footage {
    static final int SHORT = 432;
    static final int LONG = 768;

    private static final int RATE = 20;
    private static final int FRAMES = 40;
    private static final int PICTURE_BITS = 90_000;
    private static final int SOUND_BITS = 32_000;
    private static final long MILLI = 1_000;

    private final Encoder encoder;
    private final Path folder;
    private final Map<String, Integer> pictures = new HashMap<>();
    private final Map<Voice, Integer> sounds = new HashMap<>();

    /** @param folder that the imported file lies in */
    Footage(Encoder encoder, Path folder) {
        this.encoder = encoder;
        this.folder = folder;
    }

    /** A stretch of time, in milliseconds. */
    record Span(long from, long to) {}

    /**
     * What a clip is of.
     *
     * @param millis how long it is
     * @param ground what is heard where nobody speaks
     * @param spoken when somebody speaks
     */
    record Script(Scene scene, boolean wide, long millis, Voice ground, Voice speaker, List<Span> spoken) {
        Script {
            spoken = List.copyOf(spoken);
        }

        int width() {
            return wide ? LONG : SHORT;
        }

        int height() {
            return wide ? SHORT : LONG;
        }
    }

    /** A file as a line of the desk format names it. */
    record Filmed(String path, String sha256) {}

    /** Picture and sound. */
    byte[] clip(Container container, String title, Script script) throws IOException {
        return encoder.file(new FileOrder(container, title, 0, seen(script), heard(script)));
    }

    byte[] silent(String title, Script script) throws IOException {
        return encoder.file(new FileOrder(Container.MP4, title, 0, seen(script), List.of()));
    }

    byte[] sound(String title, Script script) throws IOException {
        return encoder.file(new FileOrder(Container.MP4, title, 0, List.of(), heard(script)));
    }

    /** @param rotation clockwise degrees by which it must be turned to be seen upright */
    byte[] turned(String title, Script script, int rotation) throws IOException {
        return encoder.file(new FileOrder(Container.MP4, title, rotation, seen(script), heard(script)));
    }

    /** @param times of its frames, in microseconds */
    byte[] uneven(String title, Script script, long[] times) throws IOException {
        int track = picture(script.scene(), order(script.wide()), times);
        return encoder.file(
                new FileOrder(Container.MP4, title, 0, List.of(part(track, script.millis())), heard(script)));
    }

    /** Two frames of 7,680 by 4,320 pixels. */
    byte[] huge(String title, Scene scene) throws IOException {
        var order = new PictureOrder(PictureOrder.Codec.MJPEG, 640, 360, 7_680, 4_320, 4_000_000, 1, 1);
        int track = picture(scene, order, Reel.evenly(1, 2));
        return encoder.file(new FileOrder(Container.MOV, title, 0, List.of(part(track, 2_000)), List.of()));
    }

    Filmed write(String path, byte[] file) throws IOException {
        Path place = folder.resolve(path);
        Files.createDirectories(place.resolveSibling(""));
        Files.write(place, file);
        return new Filmed(path, Sha256.of(file));
    }

    /** When somebody begins to speak, somebody is seen who does. */
    private List<Part> seen(Script script) throws IOException {
        int scene = picture(script.scene(), script.wide());
        if (script.spoken().isEmpty() || script.scene() == Scene.TEST_PATTERN) {
            return List.of(part(scene, script.millis()));
        }
        int speaker = picture(Scene.SPEAKER, script.wide());
        List<Part> parts = new ArrayList<>();
        long at = 0;
        Span first = script.spoken().getFirst();
        at = cut(parts, scene, at, first.from());
        at = cut(parts, speaker, at, first.to());
        cut(parts, scene, at, script.millis());
        return parts;
    }

    private List<Part> heard(Script script) throws IOException {
        int ground = sound(script.ground());
        List<Part> parts = new ArrayList<>();
        long at = 0;
        for (Span span : script.spoken()) {
            at = cut(parts, ground, at, span.from());
            at = cut(parts, sound(script.speaker()), at, span.to());
        }
        cut(parts, ground, at, script.millis());
        return parts;
    }

    private static long cut(List<Part> parts, int track, long from, long to) {
        if (to > from) {
            parts.add(part(track, to - from));
        }
        return Math.max(from, to);
    }

    private static Part part(int track, long millis) {
        return new Part(track, millis * MILLI);
    }

    private int picture(Scene scene, boolean wide) throws IOException {
        String name = scene + (wide ? " wide" : " high");
        Integer known = pictures.get(name);
        if (known != null) {
            return known;
        }
        int track = picture(scene, order(wide), Reel.evenly(RATE, FRAMES));
        pictures.put(name, track);
        return track;
    }

    private static PictureOrder order(boolean wide) {
        int width = wide ? LONG : SHORT;
        int height = wide ? SHORT : LONG;
        return new PictureOrder(PictureOrder.Codec.H264, width, height, width, height, PICTURE_BITS, RATE, FRAMES);
    }

    private int picture(Scene scene, PictureOrder order, long[] times) throws IOException {
        var reel = new Reel(scene, order.width(), order.height(), times);
        return encoder.picture(order, reel, Duration.ofNanos(times[times.length - 1] * 1_000));
    }

    private int sound(Voice voice) throws IOException {
        Integer known = sounds.get(voice);
        if (known != null) {
            return known;
        }
        var order = new SoundOrder(SoundOrder.Codec.AAC, Voice.RATE, 1, SOUND_BITS);
        int track = encoder.sound(order, voice.samples());
        sounds.put(voice, track);
        return track;
    }
}
