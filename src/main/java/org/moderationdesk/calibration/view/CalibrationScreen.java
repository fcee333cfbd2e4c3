package org.moderationdesk.calibration.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.SegmentedButton;
import org.moderationdesk.base.Texts;
import org.moderationdesk.calibration.Offered;
import org.moderationdesk.calibration.Session;
import org.moderationdesk.calibration.SessionCase;
import org.moderationdesk.calibration.SessionState;
import org.moderationdesk.decisions.view.ApartWords;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.review.view.ApartPane;
import org.moderationdesk.staff.Person;

/** Sessions and precedents: deciding disputed cases apart, the answers side by side, and what is ruled of them. */
public final class CalibrationScreen implements Screen {
    private static final double LIST = 272;
    private static final double NARROW_LIST = 216;
    private static final double LIST_ASIDE_BELOW = 1128;

    private final CalibrationModel model;
    private final VotingModel voting;
    private final Texts texts;
    private final Dialogs dialogs;
    private final RulingWords words;
    private final SessionList list;
    private final SessionHead head;
    private final ApartPane vote;
    private final SidePane side;
    private final PrecedentsPane precedents;
    private final StackPane quiet = new StackPane();
    private final VBox column = new VBox();
    private final VBox sessions = new VBox();
    private final HBox root = new HBox();
    private final Label problem = new Label();
    private final ToggleButton toSessions;
    private final ToggleButton toPrecedents;
    private final Keys keys;
    private final Timeline ticking;
    private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(List.of());
    private boolean listWanted;

    /** @param onGuidelines goes to the Guidelines screen, at a clause */
    public CalibrationScreen(
            CalibrationDoors doors, Person person, Kit kit, Dialogs dialogs, Consumer<ClauseCode> onGuidelines) {
        this.texts = kit.texts();
        this.dialogs = dialogs;
        model = new CalibrationModel(doors, person, kit);
        voting = new VotingModel(model);
        words = new RulingWords(texts, doors.book().words(texts.language()));
        list = new SessionList(model, words);
        head = new SessionHead(model, words, dialogs);
        vote = new ApartPane(voting.apart(), kit, new ApartPane.Acts(voting, apartWords()), onGuidelines);
        vote.setId("calibration-voting");
        side = new SidePane(model, words, dialogs);
        precedents = new PrecedentsPane(model, words, dialogs);
        toSessions = toggle("calibration-sessions", "calibration.sessions");
        toPrecedents = toggle("calibration-to-precedents", "calibration.precedents");
        lay();
        keys = new Keys(texts.get("calibration.title"))
                .on("J", texts.get("calibration.key.next"), () -> model.move(1))
                .on("K", texts.get("calibration.key.previous"), () -> model.move(-1))
                .on("Alt+Q", texts.get("calibration.key.list"), this::switchList)
                .on("Alt+P", texts.get("calibration.key.precedents"), this::switchSide)
                .on("Shortcut+N", texts.get("calibration.new"), this::begin, model::leads)
                .on("F5", texts.get("calibration.key.refresh"), this::refresh);
        head.keysTo(keys);
        side.keysTo(keys);
        precedents.keysTo(keys);
        keys.listenOn(root);
        model.selectedProperty().subscribe(this::show);
        model.atProperty().subscribe(this::show);
        model.sideProperty().subscribe(this::show);
        voting.shownProperty().subscribe(this::show);
        model.problemProperty().subscribe(problem::setText);
        ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> vote.tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    /** Told when something has been recorded here. */
    public void onChange(Runnable told) {
        model.onChange(told);
    }

    /** Looks at this session, as from a notice. */
    public void open(String sessionId) {
        toSessions.setSelected(true);
        model.open(sessionId);
    }

    /** Begins a session about a clause that is read differently, of its disputed cases. */
    public void begin(ClauseCode clause, List<Offered> cases) {
        toSessions.setSelected(true);
        model.choices(cases, choice -> new NewSessionForm(model, words).open(dialogs, choice, clause));
    }

    @Override
    public String title() {
        return texts.get("calibration.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public ObservableValue<List<String>> path() {
        return path.getReadOnlyProperty();
    }

    @Override
    public List<Keys> keys() {
        List<Keys> all = new ArrayList<>(List.of(keys));
        all.addAll(vote.keys());
        return all;
    }

    @Override
    public List<Node> panels() {
        List<Node> all = new ArrayList<>(List.of(list));
        all.addAll(vote.panels());
        all.addAll(side.panels());
        all.add(precedents);
        return all;
    }

    @Override
    public void shown() {
        refresh();
        vote.shown();
        ticking.play();
        if (vote.isVisible()) {
            vote.focus();
        } else {
            list.focusList();
        }
    }

    @Override
    public void changed() {
        model.refresh();
    }

    @Override
    public void hidden() {
        vote.hidden();
        model.doors().means().pictures().forget();
        ticking.stop();
    }

    private void refresh() {
        model.refresh();
        if (toPrecedents.isSelected()) {
            precedents.refresh();
        }
    }

    private ApartWords apartWords() {
        return new ApartWords(texts.get("calibration.answer"), "", texts.get("calibration.answer.consequence"));
    }

    private ToggleButton toggle(String id, String key) {
        var button = new ToggleButton(texts.get(key));
        button.setId(id);
        return button;
    }

    private void lay() {
        var segments = new SegmentedButton(toSessions, toPrecedents);
        segments.setId("calibration-segments");
        toSessions.setSelected(true);
        toPrecedents.selectedProperty().subscribe(chosen -> {
            if (chosen) {
                precedents.refresh();
            }
            show();
        });
        Button begin = KeyButton.of("calibration-new", texts.get("calibration.new"), "Shortcut+N", this::begin);
        begin.setVisible(model.leads());
        begin.setManaged(model.leads());
        begin.setMaxWidth(Double.MAX_VALUE);
        var top = new VBox(segments, begin);
        top.getStyleClass().addAll("gap-8", "queue-top");
        sessions.getChildren().addAll(top, list);
        sessions.setPrefWidth(LIST);
        sessions.setMinWidth(LIST);
        sessions.getStyleClass().add("edge-right");
        VBox.setVgrow(list, Priority.ALWAYS);
        problem.setId("calibration-problem");
        problem.getStyleClass().addAll("notice-bar", "size-12");
        problem.setWrapText(true);
        problem.setMaxWidth(Double.MAX_VALUE);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        problem.visibleProperty().bind(problem.managedProperty());
        var body = new StackPane(quiet, vote, side);
        VBox.setVgrow(body, Priority.ALWAYS);
        var ofSession = new VBox(head, body);
        VBox.setVgrow(ofSession, Priority.ALWAYS);
        VBox.setVgrow(precedents, Priority.ALWAYS);
        precedents.visibleProperty().bind(toPrecedents.selectedProperty());
        precedents.managedProperty().bind(precedents.visibleProperty());
        ofSession.visibleProperty().bind(toPrecedents.selectedProperty().not());
        ofSession.managedProperty().bind(ofSession.visibleProperty());
        column.getChildren().addAll(problem, ofSession, precedents);
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        quiet.setAlignment(Pos.CENTER);
        root.getChildren().addAll(sessions, column);
        root.setId("calibration");
        root.setFocusTraversable(true);
        root.setAccessibleText(texts.get("calibration.title"));
        root.widthProperty().subscribe(this::fit);
    }

    /** Narrow windows put the list aside while a case is being decided. */
    private void fit() {
        boolean narrow = root.getWidth() > 0 && root.getWidth() < LIST_ASIDE_BELOW;
        put(sessions, !narrow || listWanted || !vote.isVisible() || toPrecedents.isSelected());
        sessions.setPrefWidth(narrow ? NARROW_LIST : LIST);
        sessions.setMinWidth(narrow ? NARROW_LIST : LIST);
    }

    private void switchList() {
        listWanted = !sessions.isVisible();
        fit();
        if (listWanted) {
            list.focusList();
        }
    }

    private void switchSide() {
        ToggleButton other = toPrecedents.isSelected() ? toSessions : toPrecedents;
        other.setSelected(true);
        other.requestFocus();
    }

    private void begin() {
        model.choices(List.of(), choice -> new NewSessionForm(model, words).open(dialogs, choice));
    }

    private void show() {
        Session session = model.selectedProperty().get();
        SessionCase one = model.atProperty().get();
        boolean toAnswer = session != null
                && one != null
                && session.state() == SessionState.OPEN
                && one.own() == SessionCase.Own.TO_ANSWER;
        voting.show(toAnswer ? one : null);
        boolean deciding = toAnswer && voting.shownProperty().get() != null;
        boolean compared = model.sideProperty().get() != null;
        if (deciding && !vote.isVisible()) {
            vote.focus();
        }
        put(vote, deciding);
        put(side, compared);
        put(quiet, !deciding && !compared);
        path.set(session == null ? List.of() : List.of(words.title(session)));
        if (!deciding && !compared) {
            sayQuietly(session, one);
        }
        fit();
    }

    /** Where there is nothing to decide and nothing to compare: why, and what comes next. */
    private void sayQuietly(Session session, SessionCase one) {
        quiet.getChildren().clear();
        if (session == null || one == null) {
            return;
        }
        if (session.state() == SessionState.OPEN && one.own() != SessionCase.Own.TO_ANSWER) {
            var state = new EmptyState(
                    one.own() == SessionCase.Own.ANSWERED ? Icon.WELL : Icon.WAITING,
                    words.own(one),
                    texts.get("calibration.waits", one.answered(), one.askedOf()));
            state.setId("calibration-waits");
            quiet.getChildren().add(state);
        }
    }

    private static void put(Node part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }
}
