package org.moderationdesk.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Takes pictures of scenes and nodes into {@code target/pictures}. JavaFX thread only. */
public final class Pictures {
    private static final Path FOLDER = Path.of("target", "pictures");

    private Pictures() {}

    public static Path save(Scene scene, String name) {
        return write(scene.snapshot(null), name);
    }

    public static Path save(Node node, String name) {
        return write(node.snapshot(null, null), name);
    }

    private static Path write(WritableImage picture, String name) {
        Path file = FOLDER.resolve(name + ".png");
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file;
    }
}
