package org.moderationdesk.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.PostgresPlace;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.settings.SharedDesks;

/** Where a shared desk is, typed for the first time. JavaFX thread only. */
public final class SharedDeskForm {
    private final Texts texts;
    private final Consumer<SharedDesks.Known> chosen;
    private final StackPane node = new StackPane();
    private final TextField address = new TextField();
    private final TextField media = new TextField();
    private final Label problem = DoorPanel.words("", "field-problem");

    /**
     * @param chosen told which desk it is
     * @param back leaves everything as it is
     */
    public SharedDeskForm(Texts texts, Consumer<SharedDesks.Known> chosen, Runnable back) {
        this.texts = texts;
        this.chosen = chosen;
        node.getStyleClass().add("door");
        node.setId("shared-desk");
        address.setId("shared-address");
        address.setPromptText(texts.get("shell.desk.address.example"));
        media.setId("shared-media");
        problem.setId("shared-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        var on = DoorPanel.button("shared-on", texts.get("shell.desk.on"), this::choose);
        on.getStyleClass().addAll("accent", "large");
        on.setDefaultButton(true);
        var leave = DoorPanel.button("shared-back", texts.get("shell.door.back"), back);
        leave.getStyleClass().add("quiet");
        node.getChildren()
                .setAll(new DoorPanel(texts.get("shell.app"), texts.get("shell.desk.sentence"))
                        .with(
                                DoorPanel.field(texts.get("shell.desk.address"), address),
                                DoorPanel.words(texts.get("shell.desk.address.note"), "muted", "size-12"),
                                DoorPanel.field(texts.get("shell.desk.media"), media),
                                DoorPanel.words(texts.get("shell.desk.media.note"), "muted", "size-12"),
                                problem,
                                on,
                                leave,
                                DoorPanel.rule(),
                                DoorPanel.note(Icon.SAFE_VIEW, texts.get("shell.desk.tls")),
                                DoorPanel.note(Icon.PASSPHRASE, texts.get("shell.desk.password")))
                        .node());
    }

    public Node node() {
        return node;
    }

    public void begin() {
        address.requestFocus();
    }

    private void choose() {
        String typed = address.getText().strip();
        Optional<PostgresPlace> place =
                PostgresPlace.parse(typed.startsWith("jdbc:") ? typed : PostgresPlace.SCHEME + "//" + typed);
        String folder = media.getText().strip();
        if (place.isEmpty()) {
            problem.setText(texts.get("shell.desk.address.wrong"));
            address.requestFocus();
        } else if (!folder.isEmpty() && !isFolder(folder)) {
            problem.setText(texts.get("shell.desk.media.wrong"));
            media.requestFocus();
        } else {
            chosen.accept(new SharedDesks.Known(place.get().url(), folder.isEmpty() ? null : folder));
        }
    }

    private static boolean isFolder(String typed) {
        try {
            return Path.of(typed).isAbsolute();
        } catch (InvalidPathException unusable) {
            return false;
        }
    }
}
