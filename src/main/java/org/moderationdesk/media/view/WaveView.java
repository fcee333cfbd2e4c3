package org.moderationdesk.media.view;

import javafx.scene.layout.Region;

/** A clip without a picture, on the stage: how loud it is, and where it is. A click seeks. JavaFX thread only. */
public final class WaveView extends Region {
    private static final double MOST_HEIGHT = 160;

    private final Player player;
    private final WaveShape wave = new WaveShape();
    private final Region head = new Region();

    /** @param name told to a screen reader */
    public WaveView(Player player, String name) {
        this.player = player;
        getStyleClass().add("wave-view");
        head.getStyleClass().add("wave-head");
        head.setMouseTransparent(true);
        getChildren().addAll(wave, head);
        setId("player-wave");
        setAccessibleText(name);
        setFocusTraversable(true);
        setMinSize(0, 0);
        player.model().waveformProperty().subscribe(wave::show);
        player.model().positionProperty().subscribe(this::follow);
        player.model().durationProperty().subscribe(this::follow);
        setOnMousePressed(event -> {
            requestFocus();
            seek(event.getX());
        });
        setOnMouseDragged(event -> seek(event.getX()));
    }

    private void seek(double x) {
        double width = Math.max(1, wave.getWidth());
        double part = Math.clamp((x - wave.getLayoutX()) / width, 0, 1);
        player.seek(Math.round(part * player.model().durationProperty().get()));
    }

    private double part() {
        long duration = player.model().durationProperty().get();
        return duration <= 0
                ? 0
                : Math.clamp((double) player.model().positionProperty().get() / duration, 0, 1);
    }

    private void follow() {
        wave.played(part());
        head.setLayoutX(wave.getLayoutX() + part() * wave.getWidth() - 1);
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double width = Math.max(0, getWidth() - left - snappedRightInset());
        double height = Math.min(MOST_HEIGHT, Math.max(0, getHeight() - snappedTopInset() - snappedBottomInset()));
        double top = (getHeight() - height) / 2;
        wave.resizeRelocate(left, top, width, height);
        head.resize(2, height);
        head.setLayoutY(top);
        follow();
    }
}
