package org.moderationdesk.fx;

import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.SplitPane;

/** Where a person has dragged dividers and column edges to, by name. JavaFX thread only. */
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

    /** Puts the pane's first divider where it was left, and remembers where it goes. */
    public void remember(SplitPane pane, String name, double otherwise) {
        pane.setDividerPositions(of(name, otherwise));
        pane.getDividers().getFirst().positionProperty().subscribe((_, position) -> keep(name, position.doubleValue()));
    }
}
