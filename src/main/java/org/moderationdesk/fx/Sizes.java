package org.moderationdesk.fx;

import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.DoubleProperty;
import javafx.scene.layout.Region;

/** Where a person has dragged dividers, column edges and sliders to, by name. JavaFX thread only. */
public final class Sizes {
    private final Map<String, Double> sizes;

    public Sizes(Map<String, Double> remembered) {
        this.sizes = new TreeMap<>(remembered);
    }

    public double of(String name, double otherwise) {
        return sizes.getOrDefault(name, otherwise);
    }

    public void keep(String name, double size) {
        sizes.put(name, size);
    }

    public Map<String, Double> all() {
        return Map.copyOf(sizes);
    }

    /** Sets a slider, from 0 to 1, to where it was left, and remembers where it is moved to. */
    public void remember(DoubleProperty slider, String name) {
        slider.set(Math.clamp(of(name, slider.get()), 0, 1));
        slider.subscribe(now -> keep(name, now.doubleValue()));
    }

    /**
     * Makes the part as wide as it was left, and remembers how wide it becomes. For a part of a split pane that does not
     * grow with its window; the pane's dividers must not be set beside.
     *
     * @param otherwise pixels, where nothing is remembered
     */
    public void remember(Region part, String name, double otherwise) {
        part.setPrefWidth(of(name, otherwise));
        part.widthProperty().subscribe(width -> {
            if (width.doubleValue() > 0) {
                keep(name, width.doubleValue());
            }
        });
    }
}
