package org.moderationdesk.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.imageio.ImageIO;

/** Paints sample pictures into a folder, each once. */
final class Pictures {
    private static final int SHORT = 720;
    private static final int LONG = 960;

    private final Path folder;
    private final Map<String, Picture> painted = new HashMap<>();

    /** @param folder that the imported file lies in */
    Pictures(Path folder) {
        this.folder = folder;
    }

    /** @param name the same name is the same picture */
    Picture of(String name, Scene scene) throws IOException {
        Picture known = painted.get(name);
        if (known != null) {
            return known;
        }
        Picture picture = paint(name, scene);
        painted.put(name, picture);
        return picture;
    }

    /** A PNG file that is no real picture. */
    Picture claiming(String name, byte[] file) throws IOException {
        String path = "media/" + name + ".png";
        Files.createDirectories(folder.resolve("media"));
        Files.write(folder.resolve(path), file);
        return new Picture(path, "image/png", sha256(file), 0, 0);
    }

    private Picture paint(String name, Scene scene) throws IOException {
        boolean wide = name.hashCode() % 2 == 0;
        int width = wide ? LONG : SHORT;
        int height = wide ? SHORT : LONG;
        String format = scene == Scene.TEST_PATTERN ? "png" : "jpg";
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(scene.paint(width, height, name.hashCode()), format, bytes);
        String path = "media/" + name + "." + format;
        Files.createDirectories(folder.resolve("media"));
        Files.write(folder.resolve(path), bytes.toByteArray());
        String mime = format.equals("png") ? "image/png" : "image/jpeg";
        return new Picture(path, mime, sha256(bytes.toByteArray()), width, height);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** A file that was painted, as a line of the desk format names it. */
    record Picture(String path, String mime, String sha256, int width, int height) {}
}
