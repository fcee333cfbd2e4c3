package org.moderationdesk.items.view;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.media.FileMetadata;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.staff.RightRefused;

/**
 * What a file says of itself, below each other, a stranger's words made safe. Once its end was on the screen, the door is
 * told, once for each opening.
 */
final class MetadataPane {
    private static final double END = 0.999;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_VALUE = 2_000;

    private final ItemModel model;
    private final Texts texts;
    private final Background background;
    private final Runnable onClose;
    private final Label heading = new Label();
    private final Label said = new Label();
    private final ComboBox<Integer> files = new ComboBox<>();
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final VBox whole;
    private @Nullable Instant since;
    private boolean filling;
    private long asked;

    /** @param onClose told when nothing of it is shown any more */
    MetadataPane(ItemModel model, Texts texts, Background background, Runnable onClose) {
        this.model = model;
        this.texts = texts;
        this.background = background;
        this.onClose = onClose;
        heading.getStyleClass().addAll("strong", "size-12");
        heading.setMinWidth(0);
        said.setId("metadata-said");
        said.getStyleClass().addAll("muted", "size-12");
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        said.setMaxWidth(Double.MAX_VALUE);
        files.setId("metadata-file");
        files.setAccessibleText(texts.get("items.metadata.which"));
        files.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer file) {
                return file == null ? "" : texts.get("items.more.file", file + 1);
            }

            @Override
            public Integer fromString(String unused) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
        files.valueProperty().subscribe((_, file) -> {
            if (!filling && file != null) {
                read(file);
            }
        });
        Button close = KeyButton.of("metadata-close", texts.get("items.metadata.close"), "Esc", this::close);
        var head = new HBox(heading, files, said, close);
        head.getStyleClass().addAll("gap-8", "metadata-head");
        head.setAlignment(Pos.CENTER_LEFT);
        rows.getStyleClass().add("metadata-rows");
        scroll.setId("metadata-rows");
        scroll.setAccessibleText(texts.get("items.metadata.name"));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-less");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.vvalueProperty().subscribe(_ -> toldIfAtEnd());
        scroll.viewportBoundsProperty().subscribe(_ -> toldIfAtEnd());
        rows.heightProperty().subscribe(_ -> toldIfAtEnd());
        whole = new VBox(head, scroll);
        whole.setId("item-metadata");
        whole.setVisible(false);
        whole.setManaged(false);
        model.alsoCover(this::close);
    }

    Node node() {
        return whole;
    }

    boolean isOpen() {
        return whole.isVisible();
    }

    /** Whether there is a file here whose metadata this person may read. */
    static boolean has(ItemModel model) {
        OpenItem open = model.shownProperty().get();
        return open != null
                && model.metadataDoor() != null
                && open.file().mediaStates().contains(MediaFile.State.STORED);
    }

    /** Reads that of the file on the stage, or of the first that is held. */
    void open() {
        OpenItem open = model.shownProperty().get();
        if (!has(model) || open == null) {
            return;
        }
        var held = IntStream.range(0, open.file().mediaStates().size())
                .filter(one -> open.file().mediaStates().get(one) == MediaFile.State.STORED)
                .boxed()
                .toList();
        int first = held.contains(model.mediaProperty().get())
                ? model.mediaProperty().get()
                : held.getFirst();
        filling = true;
        files.getItems().setAll(held);
        files.setValue(first);
        filling = false;
        boolean several = held.size() > 1;
        files.setVisible(several);
        files.setManaged(several);
        whole.setVisible(true);
        whole.setManaged(true);
        read(first);
    }

    /** Shows nothing of it any more. */
    void close() {
        asked++;
        since = null;
        rows.getChildren().clear();
        if (isOpen()) {
            whole.setVisible(false);
            whole.setManaged(false);
            onClose.run();
        }
    }

    private void read(int file) {
        MetadataDoor door = model.metadataDoor();
        if (door == null) {
            return;
        }
        long question = ++asked;
        since = null;
        rows.getChildren().clear();
        heading.setText(texts.get("items.metadata.of", file + 1));
        said.setText(texts.get("items.metadata.reading"));
        scroll.requestFocus();
        background.run(
                () -> door.read(file),
                metadata -> {
                    if (question == asked) {
                        show(metadata);
                    }
                },
                failure -> {
                    if (question == asked) {
                        said.setText(words(failure));
                    }
                });
    }

    private void show(FileMetadata metadata) {
        said.setText(texts.get("items.metadata.unread"));
        for (FileMetadata.Entry entry : metadata.entries()) {
            rows.getChildren()
                    .add(row(
                            texts.get("items.metadata.part." + entry.part(), entry.number()),
                            SafeLine.of(entry.name(), LONGEST_NAME),
                            SafeLine.of(entry.value(), LONGEST_VALUE)));
        }
        if (metadata.entries().isEmpty()) {
            rows.getChildren().add(note("items.metadata.none"));
        }
        if (metadata.cut()) {
            rows.getChildren().add(note("items.metadata.cut"));
        }
        rows.getChildren().add(note("items.metadata.what"));
        scroll.setVvalue(0);
        scroll.applyCss();
        whole.layout();
        scroll.layout();
        since = model.clock().instant();
        toldIfAtEnd();
    }

    private Node row(String part, String name, String value) {
        var what = new Label(name);
        what.getStyleClass().addAll("fact-name", "muted");
        what.setWrapText(true);
        var of = new Label(part);
        of.getStyleClass().addAll("metadata-part", "muted", "size-12");
        var said = new Label(value);
        said.getStyleClass().add("fact-value");
        said.setWrapText(true);
        said.setMinWidth(0);
        said.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(said, Priority.ALWAYS);
        var row = new HBox(of, what, said);
        row.getStyleClass().add("fact-row");
        row.setMinHeight(Region.USE_PREF_SIZE);
        row.setAccessibleText(part + ". " + name + ". " + value);
        return row;
    }

    private Label note(String key) {
        var note = new Label(texts.get(key));
        note.getStyleClass().addAll("muted", "size-12", "metadata-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }

    private void toldIfAtEnd() {
        Instant opened = since;
        MetadataDoor door = model.metadataDoor();
        double room = scroll.getViewportBounds().getHeight();
        double height = rows.getHeight();
        if (opened == null || door == null || room <= 0 || height <= 0 || scroll.getScene() == null) {
            return;
        }
        if (height <= room + 1 || scroll.getVvalue() >= END) {
            since = null;
            said.setText(texts.get("items.metadata.read"));
            door.shown(
                    files.getValue(),
                    Duration.between(opened, model.clock().instant()).toMillis());
        }
    }

    private String words(Exception failure) {
        return switch (failure) {
            case RightRefused missing -> missing.words(texts);
            case MediaRefused refused
            when refused.reason() == MediaRefused.Reason.MISSING -> texts.get("items.metadata.missing");
            case MediaRefused _ -> texts.get("items.metadata.unreadable");
            default -> texts.get("items.metadata.failed");
        };
    }
}
