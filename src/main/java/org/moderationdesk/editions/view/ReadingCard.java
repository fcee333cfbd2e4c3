package org.moderationdesk.editions.view;

import java.time.Instant;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.editions.Readers;
import org.moderationdesk.editions.Readers.Reader;
import org.moderationdesk.editions.view.EditionsModel.Shown;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.staff.Right;

/** Saying that one has read it; for leads, who has and who has not. */
final class ReadingCard extends VBox {
    private static final KeyCombination READ = KeyCombination.valueOf("Shortcut+Enter");

    private final EditionsModel model;
    private final EditionWords words;
    private final Button read;
    private final Label own = DoorPanel.words("", "size-12");
    private final VBox team = new VBox();
    private final CheckBox must = new CheckBox();

    ReadingCard(EditionsModel model, EditionWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("card", "gap-8");
        setId("editions-reading");
        var heading = new Label(words.texts().get("editions.reading"));
        heading.getStyleClass().addAll("strong", "size-14");
        read = new Button(words.texts().get("editions.have-read"), KeyHint.of(READ));
        read.setId("editions-read");
        read.getStyleClass().add("accent");
        read.setContentDisplay(ContentDisplay.RIGHT);
        read.setOnAction(_ -> model.haveRead());
        own.setId("editions-own");
        team.setId("editions-team");
        team.getStyleClass().add("gap-4");
        must.setId("editions-must");
        must.setText(words.texts().get("editions.must"));
        must.setWrapText(true);
        must.setOnAction(_ -> model.mustRead(must.isSelected()));
        getChildren().addAll(heading, own, read);
        if (model.may(Right.SET_EDITION)) {
            getChildren().addAll(team, must);
        }
        model.shownProperty().subscribe(this::show);
    }

    private void show(@Nullable Shown shown) {
        boolean there = shown != null && !shown.edition().isFirst();
        setVisible(there);
        setManaged(there);
        if (shown == null || !there) {
            return;
        }
        boolean asked = Readers.isAsked(model.person());
        read.setVisible(shown.toRead());
        read.setManaged(shown.toRead());
        own.setText(words.texts()
                .get(
                        shown.toRead()
                                ? "editions.own.to-read"
                                : asked ? "editions.own.read" : "editions.own.not-asked",
                        shown.edition().name()));
        must.setSelected(shown.mustRead());
        showTeam(shown);
    }

    private void showTeam(Shown shown) {
        team.getChildren().clear();
        if (shown.readers().isEmpty()) {
            return;
        }
        long have = shown.readers().stream().filter(one -> one.at() != null).count();
        var sum = new Label(
                words.texts().get("editions.have", have, shown.readers().size()));
        sum.setId("editions-have");
        sum.getStyleClass().add("size-12");
        team.getChildren().add(sum);
        for (Reader reader : shown.readers()) {
            Instant at = reader.at();
            var name = new Label(SafeLine.of(reader.name()));
            name.getStyleClass().add("size-12");
            name.setGraphic(Icons.small(at == null ? Icon.WAITING : Icon.DONE));
            name.setMinWidth(0);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var when = new Label(
                    at == null
                            ? words.texts().get("editions.not-yet")
                            : model.kit().times().moment(at, model.now()));
            when.getStyleClass().addAll("muted", "size-12");
            when.setMinWidth(Region.USE_PREF_SIZE);
            team.getChildren().add(new HBox(name, gap, when));
        }
    }
}
