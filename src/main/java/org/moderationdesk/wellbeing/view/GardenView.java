package org.moderationdesk.wellbeing.view;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.animation.TranslateTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * The garden of tiles, played with the arrow keys or the mouse: left and right, up or a click to turn, down or the wheel
 * to lower. Slow on purpose; no words, no sound, nothing that flashes.
 */
final class GardenView extends Pane {
    private static final Duration STEP = Duration.millis(900);
    private static final Duration FADE = Duration.millis(1_400);
    private static final double GAP = 3;

    private final TileGarden garden;
    private final double cell;
    private final Pane resting = new Pane();
    private final List<Region> drifting = new ArrayList<>();
    private final List<TranslateTransition> glides = new ArrayList<>();
    private final Timeline stepping = new Timeline(new KeyFrame(STEP, _ -> step()));

    /** @param cell side of a tile with its gap, in pixels */
    GardenView(TileGarden garden, double cell, String accessible) {
        this.garden = garden;
        this.cell = cell;
        setId("garden");
        getStyleClass().add("garden");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(accessible);
        setFocusTraversable(true);
        double width = TileGarden.COLUMNS * cell + GAP;
        double height = TileGarden.ROWS * cell + GAP;
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        getChildren().add(resting);
        resting.setMouseTransparent(true);
        for (TileGarden.Tile tile : garden.drifting()) {
            Region shown = tile(tile);
            drifting.add(shown);
            glides.add(glide(shown));
            getChildren().add(shown);
        }
        setOnKeyPressed(this::press);
        setOnMouseMoved(this::follow);
        setOnMouseClicked(_ -> {
            requestFocus();
            turn();
        });
        setOnScroll(event -> {
            lower();
            event.consume();
        });
        stepping.setCycleCount(Animation.INDEFINITE);
        draw(false, false);
    }

    TileGarden garden() {
        return garden;
    }

    void play() {
        stepping.play();
    }

    void stop() {
        stepping.stop();
        glides.forEach(Animation::stop);
    }

    boolean isPlaying() {
        return stepping.getStatus() == Animation.Status.RUNNING;
    }

    private void press(KeyEvent event) {
        if (!isPlaying()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> move(-1);
            case RIGHT -> move(1);
            case UP -> turn();
            case DOWN, SPACE -> lower();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** The tiles follow the pointer, a column at a time. */
    private void follow(MouseEvent event) {
        int here = garden.drifting().getFirst().column();
        int there = (int) (event.getX() / cell);
        if (isPlaying() && there != here) {
            move(Integer.signum(there - here));
        }
    }

    private void move(int by) {
        if (garden.move(by)) {
            draw(false, false);
        }
    }

    private void turn() {
        if (isPlaying() && garden.turn()) {
            draw(false, false);
        }
    }

    private void lower() {
        if (isPlaying()) {
            step();
            stepping.playFromStart();
        }
    }

    private void step() {
        List<TileGarden.Tile> before = garden.drifting();
        List<TileGarden.Tile> faded = garden.step();
        List<TileGarden.Tile> after = garden.drifting();
        boolean drifted = after.getFirst().row() == before.getFirst().row() + 1 && faded.isEmpty();
        draw(drifted, !drifted);
        faded.forEach(this::fade);
    }

    private void draw(boolean drifted, boolean fresh) {
        List<TileGarden.Tile> now = garden.drifting();
        for (int i = 0; i < now.size(); i++) {
            Region shown = drifting.get(i);
            colour(shown, now.get(i).colour());
            at(shown, now.get(i));
            shown.setVisible(now.get(i).row() >= 0);
            if (drifted) {
                glides.get(i).playFromStart();
            } else if (fresh) {
                glides.get(i).stop();
                shown.setTranslateY(0);
            }
        }
        List<Node> tiles = new ArrayList<>();
        for (int y = 0; y < TileGarden.ROWS; y++) {
            for (int x = 0; x < TileGarden.COLUMNS; x++) {
                if (garden.at(x, y) != 0) {
                    tiles.add(tile(new TileGarden.Tile(x, y, garden.at(x, y))));
                }
            }
        }
        resting.getChildren().setAll(tiles);
    }

    private TranslateTransition glide(Region shown) {
        var glide = new TranslateTransition(STEP, shown);
        glide.setFromY(-cell);
        glide.setToY(0);
        glide.setInterpolator(Interpolator.LINEAR);
        return glide;
    }

    private void fade(TileGarden.Tile gone) {
        Region shown = tile(gone);
        getChildren().add(shown);
        var fade = new FadeTransition(FADE, shown);
        fade.setToValue(0);
        fade.setOnFinished(_ -> getChildren().remove(shown));
        fade.play();
    }

    private Region tile(TileGarden.Tile tile) {
        var shown = new Region();
        shown.setMouseTransparent(true);
        colour(shown, tile.colour());
        at(shown, tile);
        return shown;
    }

    private static void colour(Region shown, int colour) {
        shown.getStyleClass().setAll("garden-tile", "garden-tile-" + colour);
    }

    private void at(Region shown, TileGarden.Tile tile) {
        shown.resizeRelocate(tile.column() * cell + GAP, tile.row() * cell + GAP, cell - GAP, cell - GAP);
        shown.setPrefSize(cell - GAP, cell - GAP);
        shown.setMinSize(cell - GAP, cell - GAP);
    }
}
