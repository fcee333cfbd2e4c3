package org.moderationdesk.referrals.view;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.ListHead;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.referrals.Referral;

/** The list of referrals under its search, and in its place what there is to say when it is empty or lost. */
final class ReferralList extends VBox {
    private static final int BARS = 6;
    private static final Duration TYPED = Duration.millis(250);

    private final ReferralsModel model;
    private final ReferralWords words;
    private final Texts texts;
    private final ListView<Referral> list;
    private final TextField search = new TextField();
    private final ComboBox<Kind> kinds = new ComboBox<>();
    private final Label counts = new Label();
    private final Button more;
    private final StackPane body = new StackPane();
    private final VBox foot = new VBox();
    private final PauseTransition typed = new PauseTransition(TYPED);
    private boolean changing;

    /** A choice of what is listed. */
    private sealed interface Kind {
        record All() implements Kind {}

        record Of(ReferralTarget target) implements Kind {}
    }

    ReferralList(ReferralsModel model, ReferralWords words) {
        this.model = model;
        this.words = words;
        this.texts = words.texts();
        more = KeyButton.of("referrals-more", texts.get("referrals.more"), "Alt+M", model::more);
        more.setMaxWidth(Double.MAX_VALUE);
        list = new ListView<>(model.rows());
        list.setId("referrals-list");
        list.setAccessibleText(texts.get("referrals.list"));
        list.setCellFactory(_ -> new ReferralCell(model, words));
        list.getStyleClass().addAll("case-list", "referral-list");
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!changing && row != null) {
                model.select(row);
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                model.open();
            }
        });
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                model.open();
            }
        });
        setId("referrals-pane");
        setAccessibleText(texts.get("referrals.list"));
        getStyleClass().add("approvals-pane");
        getChildren().addAll(head(), body, foot());
        VBox.setVgrow(body, Priority.ALWAYS);
        model.selectedProperty().subscribe(this::showSelected);
        model.stateProperty().subscribe(_ -> show());
        model.rows().subscribe(this::show);
        model.openedProperty().subscribe(_ -> list.refresh());
    }

    /** Something that can be done with all of them, at the foot. */
    void act(Button button) {
        var acts = new HBox(button);
        acts.getStyleClass().addAll("list-foot", "edge-top");
        foot.getChildren().add(acts);
    }

    void focusList() {
        if (list.getScene() != null && !model.rows().isEmpty()) {
            list.requestFocus();
        } else {
            requestFocus();
        }
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Takes back what narrows the list. */
    void clear() {
        search.clear();
        kinds.getSelectionModel().selectFirst();
        typed.stop();
        model.search("");
        focusList();
    }

    /** Tells the clocks anew. */
    void tick() {
        list.refresh();
        count();
    }

    private Node head() {
        var line = ListHead.of(
                texts.get("referrals.title"), "referrals-refresh", texts.get("referrals.key.refresh"), model::refresh);
        search.setId("referrals-search");
        search.setPromptText(texts.get("referrals.search"));
        search.setAccessibleText(texts.get("referrals.search"));
        search.textProperty().subscribe(text -> {
            typed.setOnFinished(_ -> model.search(text));
            typed.playFromStart();
        });
        search.setOnAction(_ -> {
            typed.stop();
            model.search(search.getText());
            focusList();
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        var searching = new HBox(search, new KeyHint("/"));
        searching.getStyleClass().add("gap-8");
        searching.setAlignment(Pos.CENTER_LEFT);
        kinds.setId("referrals-kinds");
        kinds.setAccessibleText(texts.get("referrals.kinds"));
        List<Kind> choices = new ArrayList<>(List.of(new Kind.All()));
        for (ReferralTarget target : ReferralTarget.values()) {
            choices.add(new Kind.Of(target));
        }
        kinds.getItems().setAll(choices);
        kinds.setConverter(new StringConverter<>() {
            @Override
            public String toString(Kind kind) {
                return switch (kind) {
                    case Kind.Of(ReferralTarget target) -> words.kind(target);
                    case Kind.All() -> texts.get("referrals.kinds.all");
                    case null -> "";
                };
            }

            @Override
            public Kind fromString(String unused) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
        kinds.getSelectionModel().selectFirst();
        kinds.setMaxWidth(Double.MAX_VALUE);
        kinds.valueProperty().subscribe(kind -> model.only(kind instanceof Kind.Of of ? of.target() : null));
        counts.setId("referrals-counts");
        counts.getStyleClass().addAll("muted", "size-12");
        counts.setWrapText(true);
        counts.setMinHeight(Region.USE_PREF_SIZE);
        var head = new VBox(line, searching, kinds, counts);
        head.getStyleClass().add("queue-top");
        return head;
    }

    private Node foot() {
        more.managedProperty().bind(more.visibleProperty());
        more.setVisible(false);
        foot.getChildren().setAll(more);
        foot.getStyleClass().add("surface");
        return foot;
    }

    private void show() {
        count();
        more.setVisible(model.hasMore());
        Node shown =
                switch (model.stateProperty().get()) {
                    case LOADING -> new Loading(BARS, texts.get("referrals.loading"));
                    case LOST -> lost();
                    case THERE -> model.rows().isEmpty() ? empty() : list;
                };
        body.getChildren().setAll(shown);
    }

    private void count() {
        boolean there = model.stateProperty().get() == ReferralsModel.ListState.THERE;
        String cut = model.isCut() ? " " + texts.get("referrals.cut") : "";
        counts.setText(there ? texts.get("referrals.counts", model.waiting(), model.late()) + cut : "");
    }

    private void showSelected(Referral row) {
        changing = true;
        if (row == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(row);
            list.scrollTo(row);
        }
        changing = false;
    }

    private Node empty() {
        if (model.isSearching()) {
            var state = new EmptyState(
                    Icon.SEARCH,
                    texts.get("referrals.none-found"),
                    texts.get("referrals.none-found.sentence"),
                    KeyButton.of("referrals-clear", texts.get("referrals.clear"), "Alt+C", this::clear));
            state.setId("referrals-none-found");
            return state;
        }
        var state = new EmptyState(Icon.REFERRAL, texts.get("referrals.empty"), texts.get("referrals.empty.sentence"));
        state.setId("referrals-empty");
        return state;
    }

    private Node lost() {
        var state = new EmptyState(
                Icon.TROUBLE,
                texts.get("referrals.lost"),
                texts.get("referrals.lost.sentence"),
                KeyButton.of("referrals-again", texts.get("referrals.again"), "F5", model::refresh));
        state.setId("referrals-lost");
        return state;
    }
}
