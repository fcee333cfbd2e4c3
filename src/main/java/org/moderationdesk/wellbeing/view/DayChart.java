package org.moderationdesk.wellbeing.view;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.wellbeing.OwnDay;

/** Weighted minutes of a day, a bar an hour, each with its value above it; hours without any at both ends are left out. */
final class DayChart extends GridPane {
    private static final int FIRST = 8;
    private static final int LAST = 17;
    private static final double HIGHEST = 84;
    private static final double MS_A_MINUTE = 60_000;

    private final Texts texts;

    DayChart(Texts texts, List<OwnDay.HalfHour> halfHours) {
        this.texts = texts;
        setId("my-day-chart");
        getStyleClass().add("day-chart");
        Map<Integer, Long> hours = halfHours.stream()
                .collect(Collectors.groupingBy(
                        half -> half.slot() / 2, Collectors.summingLong(OwnDay.HalfHour::weightedMillis)));
        int from = Math.min(
                FIRST, hours.keySet().stream().mapToInt(hour -> hour).min().orElse(FIRST));
        int to = Math.max(
                LAST, hours.keySet().stream().mapToInt(hour -> hour).max().orElse(LAST));
        long most = Math.max(
                (long) MS_A_MINUTE,
                hours.values().stream().mapToLong(millis -> millis).max().orElse(0));
        var bars = new RowConstraints(HIGHEST + 20);
        bars.setValignment(VPos.BOTTOM);
        getRowConstraints().add(bars);
        for (int hour = from; hour <= to; hour++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / (to - from + 1));
            column.setHalignment(HPos.CENTER);
            getColumnConstraints().add(column);
            bar(hour, hour - from, hours.getOrDefault(hour, 0L), most);
        }
    }

    private void bar(int hour, int column, long millis, long most) {
        var bar = new Region();
        bar.getStyleClass().add("day-bar");
        double height = Math.max(millis > 0 ? 2 : 0, HIGHEST * millis / most);
        bar.setMinHeight(height);
        bar.setMaxHeight(height);
        var value = new Label(millis == 0 ? "" : texts.get("wellbeing.day.minutes", millis / MS_A_MINUTE));
        value.getStyleClass().add("size-11");
        var stack = new VBox(value, bar);
        stack.setAlignment(Pos.BOTTOM_CENTER);
        var name = new Label(Integer.toString(hour));
        name.getStyleClass().addAll("size-11", "muted");
        add(stack, column, 0);
        add(name, column, 1);
    }
}
