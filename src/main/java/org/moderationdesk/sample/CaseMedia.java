package org.moderationdesk.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.media.decode.FileOrder.Container;

/** The media files of sample cases, as lines of the desk format name them. */
final class CaseMedia {
    private static final int GARBAGE_BYTES = 40_000;
    private static final int CLAIMED_SIDE = 20_000;
    private static final long LIVE_MILLIS = 62_000;
    private static final long GROWING_MILLIS = 300_000;
    private static final int RECORDED_SECONDS = 45;
    private static final long SHARED_MILLIS = 12_000;

    private final Pictures pictures;
    private final @Nullable Footage footage;
    private final @Nullable LiveSample live;
    private boolean growing;
    private final Map<String, Footage.Filmed> shared = new HashMap<>();

    CaseMedia(Pictures pictures, @Nullable Footage footage) {
        this(pictures, footage, null);
    }

    /**
     * @param footage none where clips are only spoken of
     * @param live in which the first livestream that is running goes on; none where all recordings are whole
     */
    CaseMedia(Pictures pictures, @Nullable Footage footage, @Nullable LiveSample live) {
        this.live = live;
        this.pictures = pictures;
        this.footage = footage;
    }

    /**
     * The files of one case.
     *
     * @param filmed whether a clip gets a file at all
     * @param lot chooses how long it is
     * @param spoken when somebody speaks in it
     */
    List<Object> of(Draft draft, String id, boolean filmed, int lot, List<Footage.Span> spoken) throws IOException {
        Template template = draft.template();
        OddFile odd = template.odd();
        if (odd == OddFile.CLAIMS_TOO_MUCH) {
            return List.of(claims(id));
        }
        if (template.kind() == ItemKind.IMAGE) {
            return List.of(picture(draft));
        }
        if (!hasClip(template.kind())) {
            return List.of();
        }
        var script = script(draft, lot, spoken);
        var media = facts(template, script);
        Footage film = footage;
        LiveSample goesOn = live;
        if (film != null && filmed && goesOn != null && template.live() && !growing) {
            growing = true;
            // How long it becomes nobody knows yet.
            media.remove("durationMs");
            media.put("sha256", growing(film, goesOn, id, script));
            return List.of(media);
        }
        if (film != null && filmed) {
            Footage.Filmed file = odd == null ? clip(film, draft, id, script) : odd(film, odd, id, script, media);
            media.put("path", file.path());
            media.put("sha256", file.sha256());
            if (odd == OddFile.SEVERAL) {
                return List.of(media, second(film, id, script), picture(draft));
            }
        }
        return List.of(media);
    }

    private static boolean hasClip(ItemKind kind) {
        return kind == ItemKind.VIDEO || kind == ItemKind.AUDIO || kind == ItemKind.LIVESTREAM;
    }

    private static Footage.Script script(Draft draft, int lot, List<Footage.Span> spoken) {
        Template template = draft.template();
        Scene scene = template.scene() == null ? Scene.TEST_PATTERN : template.scene();
        boolean live = template.kind() == ItemKind.LIVESTREAM;
        boolean some = draft.number() % 4 == 3 && template.id() == null;
        boolean wide = live || template.odd() == OddFile.TURNED || some;
        long said = spoken.isEmpty() ? 0 : spoken.getLast().to();
        long millis =
                switch (template.kind()) {
                    case AUDIO -> 20_000 + lot % 100 * 1_000L;
                    case LIVESTREAM -> LIVE_MILLIS;
                    default -> template.picture() == null ? 9_000 + lot % 20 * 1_000L : SHARED_MILLIS;
                };
        Voice ground = template.kind() == ItemKind.AUDIO ? Voice.TUNE : Voice.ROOM;
        Voice speaker = draft.number() % 2 == 0 ? Voice.LOW : Voice.HIGH;
        return new Footage.Script(scene, wide, Math.max(millis, said + 1_000), ground, speaker, spoken);
    }

    private static Map<String, Object> second(Footage film, String id, Footage.Script script) throws IOException {
        var other = new Footage.Script(
                Scene.KITCHEN, script.wide(), SHARED_MILLIS, script.ground(), script.speaker(), List.of());
        byte[] file = film.clip(Container.MP4, id + "-2", other);
        Footage.Filmed filmed = film.write("media/" + id + "-2.mp4", file);
        return Map.of(
                "mime", "video/mp4", "durationMs", SHARED_MILLIS, "path", filmed.path(), "sha256", filmed.sha256());
    }

    private static String growing(Footage film, LiveSample live, String id, Footage.Script script) throws IOException {
        var longer = new Footage.Script(
                script.scene(), script.wide(), GROWING_MILLIS, script.ground(), script.speaker(), script.spoken());
        byte[] whole = film.clip(Container.GROWING_MP4, id, longer);
        return live.begin(whole, (int) (GROWING_MILLIS / 1_000), RECORDED_SECONDS);
    }

    private static LinkedHashMap<String, Object> facts(Template template, Footage.Script script) {
        var media = new LinkedHashMap<String, Object>();
        media.put("mime", template.kind() == ItemKind.AUDIO ? "audio/mp4" : "video/mp4");
        media.put("durationMs", script.millis());
        if (template.kind() != ItemKind.AUDIO && template.odd() != OddFile.SOUND_ONLY) {
            boolean turned = template.odd() == OddFile.TURNED;
            media.put("width", turned ? script.height() : script.width());
            media.put("height", turned ? script.width() : script.height());
        }
        return media;
    }

    private Footage.Filmed clip(Footage film, Draft draft, String id, Footage.Script script) throws IOException {
        String name = draft.template().picture();
        String title = name == null ? id : name;
        Footage.Filmed known = shared.get(title);
        if (known != null) {
            return known;
        }
        byte[] file =
                switch (draft.template().kind()) {
                    case AUDIO -> film.sound(title, script);
                    case LIVESTREAM -> film.clip(Container.GROWING_MP4, title, script);
                    default -> film.clip(Container.MP4, title, script);
                };
        String ending = draft.template().kind() == ItemKind.AUDIO ? ".m4a" : ".mp4";
        Footage.Filmed filmed = film.write("media/" + title + ending, file);
        if (name != null) {
            shared.put(name, filmed);
        }
        return filmed;
    }

    /** @param media changed where the file is another than one would think */
    private static Footage.Filmed odd(
            Footage film, OddFile odd, String id, Footage.Script script, Map<String, Object> media) throws IOException {
        String path = "media/" + id + ".mp4";
        return switch (odd) {
            case SEVERAL -> film.write(path, film.clip(Container.MP4, id, script));
            case NO_SOUND -> film.write(path, film.silent(id, script));
            case SOUND_ONLY -> film.write(path, film.sound(id, script));
            case TURNED -> film.write(path, film.turned(id, script, 90));
            case UNEVEN -> film.write(path, film.uneven(id, script, unevenly()));
            case CUT -> {
                byte[] whole = film.clip(Container.GROWING_MP4, id, script);
                yield film.write(path, Arrays.copyOf(whole, whole.length * 3 / 5));
            }
            case EMPTY, CLAIMS_TOO_MUCH -> film.write(path, new byte[0]);
            case GARBAGE -> {
                byte[] garbage = new byte[GARBAGE_BYTES];
                new Random(id.hashCode()).nextBytes(garbage);
                yield film.write(path, garbage);
            }
            case WRONG_NAME -> {
                media.put("mime", "image/jpeg");
                yield film.write("media/" + id + ".jpg", film.clip(Container.MATROSKA, id, script));
            }
            case HUGE -> {
                media.putAll(Map.of("mime", "video/quicktime", "width", 7_680, "height", 4_320, "durationMs", 2_000));
                yield film.write("media/" + id + ".mov", film.huge(id, script.scene()));
            }
        };
    }

    /** Frames that follow each other by a 40th of a second up to half of one. */
    private static long[] unevenly() {
        var random = new Random(5);
        List<Long> times = new ArrayList<>(List.of(0L));
        while (times.getLast() < 4_000_000) {
            times.add(times.getLast() + 25_000L * (1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 3)));
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    /** However many cases: each template has two pictures at most. */
    private Map<String, Object> picture(Draft draft) throws IOException {
        Template template = draft.template();
        Scene scene = template.scene() == null ? Scene.TEST_PATTERN : template.scene();
        String name = template.picture() == null ? draft.number() + "-" + draft.round() % 2 : template.picture();
        Pictures.Picture picture = pictures.of("sample-" + name, scene);
        var media = new LinkedHashMap<String, Object>();
        boolean missing = template.special() == Template.Special.MISSING_FILE;
        boolean other = template.special() == Template.Special.OTHER_HASH;
        media.put("path", missing ? "media/did-not-come.jpg" : picture.path());
        media.put("mime", picture.mime());
        media.put("width", picture.width());
        media.put("height", picture.height());
        media.put("sha256", missing || other ? "00".repeat(31) + "%02x".formatted(draft.number()) : picture.sha256());
        return media;
    }

    private Map<String, Object> claims(String id) throws IOException {
        Pictures.Picture picture = pictures.claiming("claims-" + id, bomb());
        return Map.of("path", picture.path(), "mime", picture.mime(), "sha256", picture.sha256());
    }

    /** A PNG of a few bytes that claims to be far larger than it can be. */
    private static byte[] bomb() {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(CLAIMED_SIDE)
                .putInt(CLAIMED_SIDE)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        byte[] nothing = {0x78, (byte) 0x9c, 0x03, 0, 0, 0, 0, 1};
        ByteBuffer file = ByteBuffer.allocate(8 + 3 * 12 + header.length + nothing.length);
        file.putLong(0x89504e470d0a1a0aL);
        chunk(file, 0x49484452, header);
        chunk(file, 0x49444154, nothing);
        chunk(file, 0x49454e44, new byte[0]);
        return file.array();
    }

    private static void chunk(ByteBuffer file, int name, byte[] content) {
        var sum = new CRC32();
        sum.update(ByteBuffer.allocate(4 + content.length)
                .putInt(name)
                .put(content)
                .flip());
        file.putInt(content.length).putInt(name).put(content).putInt((int) sum.getValue());
    }
}
