package org.moderationdesk.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.util.Duration;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.editions.Edition;
import org.moderationdesk.editions.EditionNotices;
import org.moderationdesk.editions.Shelf;
import org.moderationdesk.editions.view.EditionsDoors;
import org.moderationdesk.editions.view.EditionsScreen;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.shell.Destination;
import org.moderationdesk.staff.Person;

/**
 * Editions of the guidelines for the person at the desk: their screen, the question on arriving, the reminder at the foot
 * of the window, and the watch for one that comes into force. JavaFX thread only.
 */
final class EditionsCorner {
    static final String PLACE = "editions";

    private static final Duration AGAIN = Duration.seconds(15);

    private final OpenDesk desk;
    private final Kit kit;
    private final Person person;
    private final Dialogs dialogs;
    private final Ways ways;
    private final EditionNotices notices;
    private final EditionsScreen screen;
    private final Hyperlink reminder = new Hyperlink();
    private final Timeline watching;
    private boolean asking;
    private String reminded = "";

    /**
     * What the corner asks of the window.
     *
     * @param go goes to the editions
     * @param busy whether the window must not be furnished anew just now
     * @param anew furnishes it with the edition that has come into force, and says so
     */
    record Ways(Consumer<ClauseCode> clause, Runnable go, BooleanSupplier busy, Consumer<String> anew) {}

    EditionsCorner(OpenDesk desk, Kit kit, Furnishing furnishing, Dialogs dialogs, Ways ways) {
        this.desk = desk;
        this.kit = kit;
        this.person = furnishing.person();
        this.dialogs = dialogs;
        this.ways = ways;
        this.notices = new EditionNotices(desk.editions(), desk.readers());
        var doors = new EditionsDoors(
                desk.editions(), desk.readers(), desk.touched(), desk.reReviews(), desk.people(), furnishing.files());
        screen = new EditionsScreen(doors, person, kit, dialogs, furnishing.sizes(), ways.clause());
        screen.onChange(this::look);
        reminder.setId("edition-reminder");
        reminder.setGraphic(Icons.small(Icon.GUIDELINES));
        reminder.getStyleClass().add("size-12");
        reminder.setMinWidth(Hyperlink.USE_PREF_SIZE);
        reminder.setOnAction(_ -> open(reminded));
        remind("");
        watching = new Timeline(new KeyFrame(AGAIN, _ -> look()));
        watching.setCycleCount(Animation.INDEFINITE);
    }

    /** Beside those on the rail. */
    Destination place() {
        return new Destination(PLACE, Icon.GUIDELINES, kit.texts().get("editions.title"), () -> screen);
    }

    /** For the status bar. */
    List<Node> parts() {
        return List.of(reminder);
    }

    /** What there is to tell, with what another room has; off the JavaFX thread. */
    Function<Person, List<Notice>> noticesWith(Function<Person, List<Notice>> others) {
        return told -> Stream.concat(others.apply(told).stream(), notices.of(told).stream())
                .toList();
    }

    /** Goes to what is different in this edition; to the newest where it is empty. */
    void open(String edition) {
        ways.go().run();
        screen.open(edition);
    }

    void start() {
        look();
        watching.play();
    }

    void stop() {
        watching.stop();
    }

    /** Somebody has recorded something. */
    void changed() {
        look();
    }

    /** What is to be read, and whether another edition is in force than the one that is shown. */
    private record Look(String inForce, Shelf shelf, Optional<Edition> toRead, boolean toAsk, Instant at) {}

    private void look() {
        if (asking) {
            return;
        }
        asking = true;
        kit.background()
                .run(
                        () -> {
                            Instant now = kit.clock().instant();
                            Shelf shelf = desk.editions().shelf();
                            Optional<Edition> toRead = desk.readers().unread(person, shelf).stream()
                                    .findFirst();
                            boolean toAsk = toRead.isPresent() && desk.readers().askOnce(person, toRead.get());
                            return new Look(shelf.inForce(now).name(), shelf, toRead, toAsk, now);
                        },
                        this::show,
                        // The bar over every screen says that the store does not answer.
                        _ -> asking = false);
    }

    private void show(Look found) {
        asking = false;
        remind(found.toRead().map(Edition::name).orElse(""));
        if (!found.inForce().equals(desk.book().edition()) && !ways.busy().getAsBoolean()) {
            // Said by the window as it is then: what is said now goes with the one that is.
            ways.anew().accept(kit.texts().get("editions.came", found.inForce()));
        } else if (found.toAsk()) {
            found.toRead().ifPresent(edition -> ask(found, edition));
        }
    }

    private void remind(String edition) {
        reminded = edition;
        reminder.setText(edition.isEmpty() ? "" : kit.texts().get("editions.reminder", edition));
        reminder.setVisible(!edition.isEmpty());
        reminder.setManaged(!edition.isEmpty());
    }

    private void ask(Look found, Edition edition) {
        int number = found.shelf().changes(edition).size();
        var texts = kit.texts();
        String changes = number == 1 ? texts.get("editions.one-change") : texts.get("editions.changes", number);
        String what = edition.isInForce(found.at())
                ? texts.get("editions.ask.in-force", changes)
                : texts.get("editions.ask.announced", changes, kit.times().date(edition.from()));
        if (!dialogs.isOpen()) {
            dialogs.confirm(
                    texts.get("editions.ask.title", edition.name()),
                    what + " " + texts.get("editions.ask.later"),
                    texts.get("editions.ask.act"),
                    () -> open(edition.name()));
        }
    }
}
