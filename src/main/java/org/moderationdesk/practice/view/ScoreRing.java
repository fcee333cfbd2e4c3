package org.moderationdesk.practice.view;

import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** The score as part of a ring, with the pass mark across it and the number within. */
final class ScoreRing extends StackPane {
    private static final double SIZE = 72;
    private static final double WIDE = 9;

    /** @param percent of the whole, 0 to 100 */
    ScoreRing(double percent, int passMark, String number, String spoken) {
        double radius = (SIZE - WIDE) / 2;
        double middle = SIZE / 2;
        var track = new Circle(middle, middle, radius);
        track.getStyleClass().add("ring-track");
        var arc = new Arc(middle, middle, radius, radius, 90, -3.6 * percent);
        arc.setType(ArcType.OPEN);
        arc.getStyleClass().add("ring-arc");
        double angle = Math.toRadians(90 - 3.6 * passMark);
        var mark = new Line(
                middle + (radius - WIDE / 2) * Math.cos(angle),
                middle - (radius - WIDE / 2) * Math.sin(angle),
                middle + (radius + WIDE / 2) * Math.cos(angle),
                middle - (radius + WIDE / 2) * Math.sin(angle));
        mark.getStyleClass().add("ring-mark");
        var drawn = new Group(track, arc, mark);
        drawn.setManaged(true);
        getChildren().addAll(drawn, Shown.whole(number, "strong", "size-14"));
        setAlignment(Pos.CENTER);
        setMinSize(SIZE + 2, SIZE + 2);
        setPrefSize(SIZE + 2, SIZE + 2);
        setMaxSize(SIZE + 2, SIZE + 2);
        setAccessibleText(spoken);
        setId("practice-ring");
    }
}
