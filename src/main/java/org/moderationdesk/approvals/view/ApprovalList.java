package org.moderationdesk.approvals.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.approvals.WaitingApproval;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.AnotherPerson;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.ListHead;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.fx.Times;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.staff.Person;

/** What waits, the first due first; and in its place what there is to say when nothing does. */
final class ApprovalList extends VBox {
    private static final int BARS = 6;

    private final ApprovalsModel model;
    private final Texts texts;
    private final ListView<WaitingApproval> list;
    private final Label counts = new Label();
    private final Label few = DoorPanel.note(Icon.INFO, "");
    private final StackPane body = new StackPane();
    private boolean changing;

    ApprovalList(ApprovalsModel model, ItemWords items, ApprovalWords words, Times times) {
        this.model = model;
        this.texts = items.texts();
        list = new ListView<>(model.rows());
        list.setId("approvals-list");
        list.setAccessibleText(texts.get("approvals.list"));
        list.setCellFactory(_ -> new ApprovalCell(items, words, times, model));
        list.getStyleClass().add("case-list");
        setId("approvals-pane");
        setAccessibleText(texts.get("approvals.list"));
        getStyleClass().add("approvals-pane");
        getChildren().addAll(head(), body);
        VBox.setVgrow(body, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!changing && row != null) {
                model.select(row);
            }
        });
        model.selectedProperty().subscribe(this::showSelected);
        model.stateProperty().subscribe(this::show);
        model.rows().subscribe(this::show);
        model.reading().panel().peopleProperty().subscribe(this::sayFew);
    }

    void focusList() {
        if (list.getScene() != null && !model.rows().isEmpty()) {
            list.requestFocus();
        } else {
            requestFocus();
        }
    }

    /** Tells the due times anew. */
    void tick() {
        list.refresh();
        count();
    }

    private Node head() {
        var line = ListHead.of(
                texts.get("approvals.title"), "approvals-refresh", texts.get("approvals.key.refresh"), model::refresh);
        counts.setId("approvals-counts");
        counts.getStyleClass().addAll("muted", "size-12");
        few.setId("approvals-few");
        few.managedProperty().bind(few.textProperty().isNotEmpty());
        few.visibleProperty().bind(few.managedProperty());
        var head = new VBox(line, counts, few);
        head.getStyleClass().add("queue-top");
        return head;
    }

    /** Where nobody, or nobody else, can approve: nothing approves itself, and that is said. */
    private void sayFew(List<Person> working) {
        if (working.isEmpty()) {
            few.setText(texts.get("approvals.alone"));
        } else {
            few.setText(AnotherPerson.couldApprove(working, false) < 2 ? texts.get("approvals.few") : "");
        }
    }

    private void show() {
        count();
        Node shown =
                switch (model.stateProperty().get()) {
                    case LOADING -> loading();
                    case LOST -> lost();
                    case THERE -> model.rows().isEmpty() ? empty() : list;
                };
        if (!body.getChildren().equals(List.of(shown))) {
            body.getChildren().setAll(shown);
        }
    }

    private void count() {
        long late = model.rows().stream()
                .filter(row -> row.isLate(model.clock().instant()))
                .count();
        counts.setText(texts.get("approvals.counts", model.rows().size(), late));
    }

    private void showSelected(WaitingApproval row) {
        changing = true;
        if (row == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(row);
            list.scrollTo(row);
        }
        changing = false;
    }

    private Node loading() {
        return new Loading(BARS, texts.get("approvals.loading"));
    }

    private Node empty() {
        var state = new EmptyState(Icon.APPROVALS, texts.get("approvals.empty"), texts.get("approvals.empty.sentence"));
        state.setId("approvals-empty");
        return state;
    }

    private Node lost() {
        var again = new Button(texts.get("approvals.lost.again"), new KeyHint("F5"));
        again.setId("approvals-again");
        again.getStyleClass().addAll("accent", "hint-right");
        again.setOnAction(_ -> model.refresh());
        var state =
                new EmptyState(Icon.TROUBLE, texts.get("approvals.lost"), texts.get("approvals.lost.sentence"), again);
        state.setId("approvals-lost");
        return state;
    }
}
