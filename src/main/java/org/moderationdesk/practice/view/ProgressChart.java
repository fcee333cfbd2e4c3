package org.moderationdesk.practice.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;

/** The score of each attempt as a line with its numbers, the group's median dashed beside it, the pass mark across. */
final class ProgressChart extends Pane {
    private static final double HIGH = 168;
    private static final double LEFT = 32;
    private static final double RIGHT = 74;
    private static final double TOP = 12;
    private static final double BOTTOM = 40;
    private static final int STEP = 10;

    private final List<Point> points;
    private final int passMark;
    private final double lowest;
    private final PracticeWords words;

    /**
     * An attempt.
     *
     * @param percent of the whole, 0 to 100
     * @param median of everybody at this attempt; null where too few are known
     */
    record Point(
            String day,
            String name,
            double percent,
            @Nullable Double median) {}

    ProgressChart(List<Point> points, int passMark, PracticeWords words) {
        this.points = List.copyOf(points);
        this.passMark = passMark;
        this.words = words;
        double least = passMark;
        for (Point point : points) {
            least = Math.min(least, point.percent());
            least = point.median() == null ? least : Math.min(least, point.median());
        }
        lowest = Math.max(0, Math.floor(least / STEP) * STEP - STEP);
        setId("practice-progress-chart");
        setMinHeight(HIGH);
        setPrefHeight(HIGH);
        setMinWidth(0);
        setAccessibleText(spoken());
        setFocusTraversable(true);
        getStyleClass().add("spoken");
        widthProperty().subscribe(this::draw);
    }

    private String spoken() {
        List<String> all = new ArrayList<>();
        points.forEach(point -> all.add(
                point.median() == null
                        ? words.get("practice.progress.point", point.name(), words.percent(point.percent()))
                        : words.get(
                                "practice.progress.point.median",
                                point.name(),
                                words.percent(point.percent()),
                                words.percent(point.median()))));
        return String.join(". ", all);
    }

    private double x(int at) {
        double room = getWidth() - LEFT - RIGHT;
        return points.size() == 1 ? LEFT + room / 2 : LEFT + room * (at + 0.5) / points.size();
    }

    private double y(double percent) {
        return TOP + (HIGH - TOP - BOTTOM) * (100 - percent) / (100 - lowest);
    }

    private void draw() {
        getChildren().clear();
        if (getWidth() <= LEFT + RIGHT || points.isEmpty()) {
            return;
        }
        double end = getWidth() - RIGHT;
        int step = lowest < 40 ? 2 * STEP : STEP;
        for (double at = lowest; at <= 100; at += step) {
            getChildren().add(line(LEFT, y(at), end, y(at), "grid-line"));
            text(words.kit().numbers().whole((long) at), LEFT - 6, y(at), 1, 0.5, "muted");
        }
        getChildren().add(line(LEFT, y(passMark), end, y(passMark), "pass-line"));
        text(words.get("practice.progress.pass", passMark), end + 8, y(passMark), 0, 0.5, "muted");
        drawMedian();
        drawOwn();
    }

    private void drawMedian() {
        var median = new Polyline();
        median.getStyleClass().add("median-line");
        for (int i = 0; i < points.size(); i++) {
            Double value = points.get(i).median();
            if (value != null) {
                median.getPoints().addAll(x(i), y(value));
            }
        }
        getChildren().add(median);
    }

    private void drawOwn() {
        var own = new Polyline();
        own.getStyleClass().add("own-line");
        getChildren().add(own);
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            own.getPoints().addAll(x(i), y(point.percent()));
            var dot = new Circle(x(i), y(point.percent()), 4);
            dot.getStyleClass().add("own-point");
            getChildren().add(dot);
            boolean above =
                    y(point.percent()) > TOP + 18 && (point.median() == null || point.median() <= point.percent());
            text(
                    words.percent(point.percent()),
                    x(i),
                    y(point.percent()) + (above ? -7 : 7),
                    0.5,
                    above ? 1 : 0,
                    "strong");
            text(point.day(), x(i), HIGH - BOTTOM + 6, 0.5, 0, "muted");
            text(point.name(), x(i), HIGH - BOTTOM + 20, 0.5, 0, "muted");
        }
    }

    private static Line line(double fromX, double fromY, double toX, double toY, String style) {
        var line = new Line(fromX, fromY, toX, toY);
        line.getStyleClass().add(style);
        return line;
    }

    /** @param across which part of its width lies left of the place; likewise down */
    private void text(String words, double atX, double atY, double across, double down, String tone) {
        Label label = Shown.whole(words, "size-11", tone);
        getChildren().add(label);
        label.applyCss();
        label.autosize();
        label.relocate(atX - label.getWidth() * across, atY - label.getHeight() * down);
        label.setManaged(false);
    }
}
