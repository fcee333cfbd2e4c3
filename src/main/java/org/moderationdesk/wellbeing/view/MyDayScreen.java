package org.moderationdesk.wellbeing.view;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.wellbeing.GateLift;
import org.moderationdesk.wellbeing.OwnDay;

/** One's own day: exposure, looks, breaks, decisions, and what one is not offered. It is shown to nobody else. */
public final class MyDayScreen implements Screen {
    private final Kit kit;
    private final Texts texts;
    private final WellbeingModel model;
    private final Function<Instant, Long> decidedSince;
    private final NotOfferedCard notOffered;
    private final BorderPane node = new BorderPane();
    private final VBox day = new VBox();

    /** @param decidedSince how many decisions the person has made since a moment; asked off the JavaFX thread */
    public MyDayScreen(Kit kit, Book book, WellbeingModel model, Function<Instant, Long> decidedSince) {
        this.kit = kit;
        this.texts = kit.texts();
        this.model = model;
        this.decidedSince = decidedSince;
        this.notOffered = new NotOfferedCard(kit, book, model);
        var title = new Label(title());
        title.getStyleClass().addAll("strong", "size-16");
        var head = new HBox(title);
        head.getStyleClass().addAll("screen-head", "edge-bottom");
        head.setAlignment(Pos.CENTER_LEFT);
        day.getStyleClass().add("my-day-cards");
        day.setId("my-day-cards");
        var page = new VBox(note("wellbeing.day.personal"), day, notOffered.node(), note("wellbeing.day.honest"));
        page.getStyleClass().add("my-day");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setId("my-day");
        node.setTop(head);
        node.setCenter(scroll);
    }

    @Override
    public String title() {
        return texts.get("wellbeing.day");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        model.refresh();
        notOffered.refresh();
        Callable<Told> ask = () -> {
            OwnDay own = model.wellbeing().ownDay(model.person());
            return new Told(own, decidedSince.apply(own.midnight()));
        };
        kit.background().run(ask, this::show, _ -> {
            var failed = new Label(texts.get("wellbeing.day.failed"));
            failed.setWrapText(true);
            day.getChildren().setAll(failed);
        });
    }

    private record Told(OwnDay day, long decided) {}

    private void show(Told told) {
        var top = new HBox(budget(told.day()), chart(told.day()));
        top.getStyleClass().add("gap-16");
        var below = new HBox(looks(told.day()), work(told));
        below.getStyleClass().add("gap-16");
        day.getChildren().setAll(top, below);
    }

    private Node budget(OwnDay own) {
        long used = own.used().toMinutes();
        var figure = new Label(
                texts.get("wellbeing.exposure.value", used, own.budget().toMinutes()));
        figure.getStyleClass().addAll("strong", "size-28");
        figure.setId("my-day-used");
        var words = note("wellbeing.day.weighted");
        var pause = new Button(texts.get("wellbeing.break.take"), KeyHint.of(BreakButton.KEY));
        pause.setId("my-day-break");
        pause.setContentDisplay(ContentDisplay.RIGHT);
        pause.setOnAction(_ -> model.startBreak());
        var card = card("wellbeing.day.exposure", figure, words, pause);
        GateLift lifted = model.standingProperty().get().lifted();
        if (lifted != null) {
            var told = new Label(CareStrip.words(texts, lifted));
            told.setId("my-day-lifted");
            told.getStyleClass().add("size-12");
            told.setWrapText(true);
            told.setMinHeight(Region.USE_PREF_SIZE);
            card.getChildren().add(told);
        }
        card.getStyleClass().add("my-day-narrow");
        return card;
    }

    private Node chart(OwnDay own) {
        var chart = new DayChart(texts, own.halfHours());
        var card = card("wellbeing.day.through", chart, note("wellbeing.day.through.note"));
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private Node looks(OwnDay own) {
        Node inside = own.looks().isEmpty() ? note("wellbeing.day.looks.none") : new LookTable(kit, own.looks()).node();
        var card = card("wellbeing.day.looks", inside);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private Node work(Told told) {
        var decided = new Label(
                told.decided() == 1
                        ? texts.get("wellbeing.day.decided-one")
                        : texts.get("wellbeing.day.decided", kit.numbers().whole(told.decided())));
        decided.setId("my-day-decided");
        decided.getStyleClass().add("size-12");
        var card = card("wellbeing.day.work", decided);
        card.setId("my-day-work");
        card.getStyleClass().add("my-day-side");
        if (told.day().breaks().isEmpty()) {
            card.getChildren().add(note("wellbeing.day.breaks.none"));
        }
        for (OwnDay.BreakTaken one : told.day().breaks()) {
            String from = kit.times().clock(one.start());
            Instant end = one.end();
            var line = new Label(
                    end == null
                            ? texts.get("wellbeing.day.break.open", from)
                            : texts.get("wellbeing.day.break", from, kit.times().clock(end)));
            line.getStyleClass().add("size-12");
            card.getChildren().add(line);
        }
        return card;
    }

    private VBox card(String titleKey, Node... parts) {
        var heading = new Label(texts.get(titleKey));
        heading.getStyleClass().addAll("strong", "size-14");
        var card = new VBox(heading);
        card.getStyleClass().addAll("card", "gap-12");
        card.getChildren().addAll(parts);
        return card;
    }

    private Label note(String key) {
        var note = new Label(texts.get(key));
        note.getStyleClass().addAll("muted", "size-12");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }
}
