package org.moderationdesk.queue.view;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Times;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.queue.CaseRow;

/**
 * The rows of the list. Near its ends it asks the model for more; whatever is put in place of the rows, the row at the
 * upper edge stays there.
 */
final class CaseList {
    private static final int NEAR = 40;

    private final QueueModel model;
    private final Consumer<CaseRow> onOpen;
    private final ListView<CaseRow> list;
    private @Nullable VirtualFlow<?> flow;
    private boolean changing;

    CaseList(QueueModel model, ItemWords words, Times times, Consumer<CaseRow> onOpen) {
        this.model = model;
        this.onOpen = onOpen;
        list = new ListView<>(model.rows());
        list.setId("queue-list");
        list.setAccessibleText(words.texts().get("queue.list.name"));
        list.setCellFactory(_ -> new CaseCell(
                words, times, model.person(), () -> model.nowProperty().get()));
        list.getStyleClass().add("case-list");
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::openOnEnter);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, this::openOnDoubleClick);
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!changing && row != null) {
                model.select(row);
            }
        });
        model.selectedProperty().subscribe(this::showSelected);
        model.nowProperty().subscribe(_ -> tellDue());
        model.replaceBy(this::replace);
        list.skinProperty().subscribe(_ -> watchScrolling());
    }

    Node node() {
        return list;
    }

    void focus() {
        list.requestFocus();
    }

    private void tellDue() {
        for (Node node : list.lookupAll(".case-cell")) {
            if (node instanceof CaseCell cell) {
                cell.showDue();
            }
        }
    }

    private void openOnEnter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                && !event.isShortcutDown()
                && !event.isShiftDown()
                && model.selectedProperty().get() != null) {
            event.consume();
            onOpen.accept(model.selectedProperty().get());
        }
    }

    private void openOnDoubleClick(MouseEvent event) {
        CaseRow row = model.selectedProperty().get();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && row != null) {
            onOpen.accept(row);
        }
    }

    private void watchScrolling() {
        if (flow == null && list.lookup(".virtual-flow") instanceof VirtualFlow<?> found) {
            flow = found;
            found.positionProperty().subscribe(_ -> slide());
        }
    }

    private void slide() {
        VirtualFlow<?> shown = flow;
        if (changing || shown == null || shown.getFirstVisibleCell() == null) {
            return;
        }
        if (shown.getLastVisibleCell().getIndex() >= model.rows().size() - NEAR) {
            model.showFurther();
        } else if (shown.getFirstVisibleCell().getIndex() <= NEAR) {
            model.showEarlier();
        }
    }

    private void showSelected(@Nullable CaseRow row) {
        if (changing) {
            return;
        }
        int index = row == null ? -1 : model.indexOf(row.id());
        changing = true;
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(index);
            list.getFocusModel().focus(index);
            bringIntoView(index);
        }
        changing = false;
        slide();
    }

    private void bringIntoView(int index) {
        VirtualFlow<?> shown = flow;
        IndexedCell<?> first = shown == null ? null : shown.getFirstVisibleCell();
        IndexedCell<?> last = shown == null ? null : shown.getLastVisibleCell();
        if (shown == null || first == null || last == null) {
            // Not laid out yet: the list shows its upper end, or scrolls once it is.
            if (index > NEAR) {
                list.scrollTo(index);
            }
        } else if (index <= first.getIndex()) {
            shown.scrollToTop(index);
        } else if (index >= last.getIndex()) {
            shown.scrollToTop(index);
            shown.scrollPixels(list.getFixedCellSize() - shown.getViewportLength());
        }
    }

    private void replace(Runnable change) {
        VirtualFlow<?> shown = flow;
        var top = shown == null ? null : shown.getFirstVisibleCell();
        long topCase = top != null && top.getIndex() < model.rows().size() && top.getIndex() >= 0
                ? model.rows().get(top.getIndex()).id()
                : -1;
        double above = top == null ? 0 : -top.getLayoutY();
        changing = true;
        list.getSelectionModel().clearSelection();
        change.run();
        CaseRow row = model.selectedProperty().get();
        if (row != null) {
            int index = model.indexOf(row.id());
            list.getSelectionModel().select(index);
            list.getFocusModel().focus(index);
        }
        int index = model.indexOf(topCase);
        if (shown != null && index >= 0) {
            list.layout();
            shown.scrollToTop(index);
            shown.scrollPixels(above);
        }
        changing = false;
    }
}
