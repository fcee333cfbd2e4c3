package org.moderationdesk.bench;

import javafx.application.Application;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

/** A JavaFX window of the desk's size with a list in it and nothing behind it: what a start is held against. */
public final class BareWindow extends Application {
    public static void main(String[] none) {
        new Watch(BareWindow::isShown).start();
        launch(BareWindow.class);
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new ListView<>(FXCollections.observableArrayList("a", "b", "c")), 1440, 900));
        stage.show();
    }

    private static boolean isShown() {
        return Watch.nodes(".list-cell").findAny().isPresent();
    }
}
