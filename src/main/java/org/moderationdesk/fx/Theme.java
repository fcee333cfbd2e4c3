package org.moderationdesk.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * Light or dark, and the size of everything: AtlantaFX's Primer beneath, the desk's own roles above it, one style sheet a
 * feature. JavaFX thread only.
 */
public final class Theme {
    private static final List<String> FACES = List.of("Inter-Regular", "Inter-Medium", "Inter-SemiBold");
    private static final double TEXT_PIXELS = 13;

    private final List<String> features;
    private final List<Scene> dressed = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(Look.PLAIN);

    /** @param features names of the style sheets {@code css/<feature>.css} to put above the kit's own */
    public Theme(List<String> features) {
        this.features = List.copyOf(features);
        FACES.forEach(Theme::loadFace);
    }

    public ReadOnlyObjectProperty<Look> look() {
        return look.getReadOnlyProperty();
    }

    /** Dresses a scene, now and whenever the look changes. */
    public void dress(Scene scene) {
        dressed.add(scene);
        apply(scene);
    }

    public void set(Look wanted) {
        look.set(wanted);
        dressed.forEach(this::apply);
    }

    private void apply(Scene scene) {
        Look now = look.get();
        scene.setUserAgentStylesheet(
                now.dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        var sheets = new ArrayList<String>();
        sheets.add(sheet(now.dark() ? "roles-dark" : "roles-light"));
        sheets.add(sheet("fx"));
        features.forEach(feature -> sheets.add(sheet(feature)));
        sheets.add(size(now.sizePercent()));
        scene.getStylesheets().setAll(sheets);
    }

    private static String sheet(String name) {
        String path = "/css/" + name + ".css";
        return Objects.requireNonNull(Theme.class.getResource(path), path).toExternalForm();
    }

    /** Every other size is told in em of this one; icons alone know no em. */
    private static String size(int percent) {
        double scale = percent / 100.0;
        String css = String.format(
                Locale.ROOT,
                ".root { -fx-font-size: %.2fpx; } .icon-14 { -fx-icon-size: %.1fpx; }"
                        + " .icon-16 { -fx-icon-size: %.1fpx; } .icon-18 { -fx-icon-size: %.1fpx; }"
                        + " .icon-24 { -fx-icon-size: %.1fpx; }",
                TEXT_PIXELS * scale,
                14 * scale,
                16 * scale,
                18 * scale,
                24 * scale);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private static void loadFace(String name) {
        String path = "/fonts/" + name + ".otf";
        try (InputStream face = Objects.requireNonNull(Theme.class.getResourceAsStream(path), path)) {
            if (Font.loadFont(face, TEXT_PIXELS) == null) {
                throw new IllegalStateException("cannot load " + path);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
