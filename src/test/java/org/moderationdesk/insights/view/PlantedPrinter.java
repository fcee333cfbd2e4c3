package org.moderationdesk.insights.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.moderationdesk.fx.Pictures;

/** A printer that keeps what it is given, or fails as it is told to. */
final class PlantedPrinter implements Printing {
    private final List<Node> pages = new ArrayList<>();
    private State state = State.WORKS;
    private double width = 480;
    private double height = 700;

    enum State {
        WORKS,
        MISSING,
        LEFT,
        REFUSES_THE_SECOND
    }

    void becomes(State other) {
        state = other;
        pages.clear();
    }

    void size(double wide, double high) {
        width = wide;
        height = high;
    }

    List<Node> pages() {
        return pages;
    }

    /** Every word on every page. */
    List<String> texts() {
        return pages.stream()
                .flatMap(PlantedPrinter::labels)
                .map(Label::getText)
                .toList();
    }

    /** What does not lie wholly on its page, has no size, or is cut. */
    List<String> beyond() {
        List<String> found = new ArrayList<>();
        for (Node page : pages) {
            labels(page).forEach(label -> {
                var box = label.localToScene(label.getBoundsInLocal());
                boolean on = box.getMinX() >= -0.5
                        && box.getMaxX() <= width + 0.5
                        && box.getMinY() >= -0.5
                        && box.getMaxY() <= height + 0.5;
                if (!on || !label.getText().isEmpty() && box.getHeight() < 5) {
                    found.add(label.getText() + " at " + box);
                }
            });
        }
        return found;
    }

    /** How many pages are not white at their head. */
    long dark() {
        return pages.stream()
                .filter(page -> {
                    WritableImage seen = page.snapshot(null, null);
                    return !seen.getPixelReader()
                            .getColor((int) seen.getWidth() - 1, 1)
                            .equals(Color.WHITE);
                })
                .count();
    }

    private static Stream<Label> labels(Node node) {
        return switch (node) {
            case Label label -> Stream.of(label);
            case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(PlantedPrinter::labels);
            default -> Stream.empty();
        };
    }

    @Override
    public Choice choose() {
        return switch (state) {
            case MISSING -> new NoPrinter();
            case LEFT -> new NotNow();
            case WORKS, REFUSES_THE_SECOND -> new Taken();
        };
    }

    private final class Taken implements Paper {
        @Override
        public double width() {
            return width;
        }

        @Override
        public double height() {
            return height;
        }

        @Override
        public boolean page(Node page) {
            if (state == State.REFUSES_THE_SECOND && !pages.isEmpty()) {
                return false;
            }
            pages.add(page);
            Pictures.save(page, "insights-page-%.0f-%d".formatted(width, pages.size()));
            return true;
        }

        @Override
        public boolean end() {
            return true;
        }
    }
}
