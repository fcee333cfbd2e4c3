package org.moderationdesk.audit.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.audit.LogColumn;
import org.moderationdesk.audit.LogOrder;
import org.moderationdesk.audit.LogRow;
import org.moderationdesk.fx.Sizes;

/**
 * The rows of the log. Near its ends it asks the model for more; whatever is put in place of the rows, the row at the
 * upper edge stays there.
 */
final class LogTable {
    private static final int NEAR = 100;
    private static final double ROW = 32;
    private static final String FIRST = "first-column";

    private final LogModel model;
    private final Consumer<LogRow> onOpen;
    private final TableView<LogRow> table;
    private final Map<LogColumn, TableColumn<LogRow, LogRow>> columns = new EnumMap<>(LogColumn.class);
    private @Nullable VirtualFlow<?> flow;
    private boolean changing;
    private boolean awaited;

    LogTable(LogModel model, LogWords words, Sizes sizes, Consumer<LogRow> onOpen) {
        this.model = model;
        this.onOpen = onOpen;
        table = new TableView<>(model.rows());
        table.setId("decisions-table");
        table.setAccessibleText(words.texts().get("audit.list"));
        table.getStyleClass().add("decisions-table");
        table.setFixedCellSize(ROW);
        for (LogColumn column : LogColumn.values()) {
            columns.put(column, column(column, words, sizes));
        }
        table.setSortPolicy(_ -> sort());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!changing && row != null) {
                model.select(row);
            }
        });
        model.selectedProperty().subscribe(this::showSelected);
        model.lookProperty().subscribe(this::show);
        model.replaceBy(this::replace);
        table.skinProperty().subscribe(_ -> watchScrolling());
    }

    TableView<LogRow> node() {
        return table;
    }

    void focus() {
        table.requestFocus();
    }

    private static TableColumn<LogRow, LogRow> column(LogColumn column, LogWords words, Sizes sizes) {
        var shown = new TableColumn<LogRow, LogRow>(words.column(column));
        shown.setId("decisions-column-" + column);
        shown.setReorderable(false);
        shown.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        shown.setCellFactory(_ -> new LogCell(column, words));
        String name = LogLook.TOPIC + "." + column;
        shown.setPrefWidth(sizes.of(name, width(column)));
        shown.widthProperty().subscribe(width -> {
            if (width.doubleValue() != width(column)) {
                sizes.keep(name, width.doubleValue());
            }
        });
        if (column == LogColumn.TOOK) {
            shown.getStyleClass().add("number");
        }
        return shown;
    }

    private static double width(LogColumn column) {
        return switch (column) {
            case ENTRY -> 76;
            case TIME, DUE, OUTCOME -> 92;
            case ITEM -> 100;
            case SECTION -> 148;
            case ACCOUNT, REVIEWER, GROUND, REFERRAL -> 108;
            case TOOK, REGION -> 52;
            case STATE, QUALITY -> 112;
            case QUEUE, KIND, LANGUAGE, SEVERITY, CONFIDENCE -> 96;
        };
    }

    private void show(LogLook look) {
        changing = true;
        var wanted = look.columns().stream()
                .map(columns::get)
                .filter(Objects::nonNull)
                .toList();
        columns.values().forEach(one -> one.getStyleClass().remove(FIRST));
        wanted.getFirst().getStyleClass().add(FIRST);
        if (!table.getColumns().equals(wanted)) {
            table.getColumns().setAll(wanted);
        }
        TableColumn<LogRow, LogRow> by =
                Objects.requireNonNull(columns.get(look.order().column()));
        by.setSortType(look.order().ascending() ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
        if (table.getSortOrder().size() != 1 || !table.getSortOrder().contains(by)) {
            table.getSortOrder().setAll(List.of(by));
        }
        changing = false;
    }

    /** A head was clicked: the store's answer is put in order, not the rows that are held. */
    private boolean sort() {
        if (changing) {
            return true;
        }
        LogOrder order = LogOrder.newestFirst();
        for (var entry : columns.entrySet()) {
            if (table.getSortOrder().stream()
                    .findFirst()
                    .filter(entry.getValue()::equals)
                    .isPresent()) {
                order = new LogOrder(entry.getKey(), entry.getValue().getSortType() == TableColumn.SortType.ASCENDING);
            }
        }
        model.orderBy(order);
        return true;
    }

    private void press(KeyEvent event) {
        LogRow row = model.selectedProperty().get();
        boolean plain = !event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown();
        if (plain && event.getCode() == KeyCode.ENTER && row != null) {
            event.consume();
            onOpen.accept(row);
        } else if (plain && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
            // The end of what is held is not the end of the list.
            event.consume();
            model.move(event.getCode() == KeyCode.DOWN ? 1 : -1);
        }
    }

    private void click(MouseEvent event) {
        LogRow row = model.selectedProperty().get();
        if (event.getButton() == MouseButton.PRIMARY
                && row != null
                && event.getTarget() instanceof Node target
                && isInRow(target)) {
            onOpen.accept(row);
        }
    }

    private static boolean isInRow(Node target) {
        for (Node node = target; node != null; node = node.getParent()) {
            if (node instanceof IndexedCell<?> cell) {
                return !cell.isEmpty();
            }
        }
        return false;
    }

    private void watchScrolling() {
        if (flow == null && table.lookup(".virtual-flow") instanceof VirtualFlow<?> found) {
            flow = found;
            found.positionProperty().subscribe(_ -> scrolled());
        }
    }

    /** Told before the rows of the new place are laid out: of a jump, the old ones would tell the wrong end. */
    private void scrolled() {
        if (!changing && !awaited) {
            awaited = true;
            Platform.runLater(() -> {
                awaited = false;
                table.layout();
                slide();
            });
        }
    }

    private void slide() {
        VirtualFlow<?> shown = flow;
        if (changing || shown == null || shown.getFirstVisibleCell() == null) {
            return;
        }
        if (shown.getLastVisibleCell().getIndex() >= model.rows().size() - NEAR) {
            model.further();
        } else if (shown.getFirstVisibleCell().getIndex() <= NEAR) {
            model.earlier();
        }
    }

    private void showSelected(@Nullable LogRow row) {
        if (changing) {
            return;
        }
        int index = row == null ? -1 : model.indexOf(row.fact().seq());
        changing = true;
        if (index < 0) {
            table.getSelectionModel().clearSelection();
        } else {
            choose(index);
            bringIntoView(index);
        }
        changing = false;
        scrolled();
    }

    private void choose(int index) {
        table.getSelectionModel().clearAndSelect(index);
        table.getFocusModel().focus(index);
    }

    private void bringIntoView(int index) {
        VirtualFlow<?> shown = flow;
        IndexedCell<?> first = shown == null ? null : shown.getFirstVisibleCell();
        IndexedCell<?> last = shown == null ? null : shown.getLastVisibleCell();
        if (shown == null || first == null || last == null) {
            // Not laid out yet: the list shows its upper end, or scrolls once it is.
            if (index > NEAR) {
                table.scrollTo(index);
            }
        } else if (index <= first.getIndex()) {
            shown.scrollToTop(index);
        } else if (index >= last.getIndex()) {
            // No list scrolls further than its end, so that what is to stand at the lower edge is reached from above.
            double above = Math.max(0, (index + 1) * ROW - shown.getViewportLength());
            int top = (int) (above / ROW);
            shown.scrollToTop(top);
            shown.scrollPixels(above - top * ROW);
        }
    }

    private void replace(Runnable change) {
        VirtualFlow<?> shown = flow;
        var top = shown == null ? null : shown.getFirstVisibleCell();
        long topEntry = top != null && top.getIndex() < model.rows().size() && top.getIndex() >= 0
                ? model.rows().get(top.getIndex()).fact().seq()
                : -1;
        double above = top == null ? 0 : -top.getLayoutY();
        changing = true;
        table.getSelectionModel().clearSelection();
        change.run();
        LogRow row = model.selectedProperty().get();
        int at = row == null ? -1 : model.indexOf(row.fact().seq());
        if (at >= 0) {
            choose(at);
        }
        int index = model.indexOf(topEntry);
        if (shown != null && index >= 0) {
            table.layout();
            shown.scrollToTop(index);
            shown.scrollPixels(above);
        }
        changing = false;
    }
}
