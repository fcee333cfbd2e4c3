package org.moderationdesk.quality.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.moderationdesk.decisions.view.ProposalWords;
import org.moderationdesk.decisions.view.Speech;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.items.view.ItemPane;
import org.moderationdesk.items.view.ItemWords;

/** Differences: the list, the item under cover, and both answers side by side. */
final class DifferencesPane extends HBox {
    private static final double PANEL_ASIDE_BELOW = 1288;
    private static final double LOW_BELOW = 760;

    private final DifferencesModel model;
    private final DifferenceList list;
    private final ItemPane item;
    private final DifferenceDrawer drawer;
    private final ListBeside columns;
    private final Keys keys;
    private boolean listWanted;

    DifferencesPane(
            DifferencesModel model, QualityDoors doors, ItemWords words, Kit kit, Dialogs dialogs, Sizes sizes) {
        this.model = model;
        var says = new ProposalWords(new Speech(kit.texts(), words.bookWords()), kit.times());
        list = new DifferenceList(model, words, says, kit);
        item = new ItemPane(
                model.apart().item(), words, kit.times(), model.apart().pictures(), kit.background(), kit.covers());
        var verdicts = new VerdictWords(doors.means().tools().consequence(), words, doors.differences()::undoWindow);
        drawer = new DifferenceDrawer(model, words, says, verdicts, dialogs);
        drawer.setMinWidth(Region.USE_PREF_SIZE);
        var stage = new StackPane(item.node());
        stage.setMinWidth(0);
        columns = new ListBeside(list, stage, sizes, "quality.differences");
        HBox.setHgrow(columns, Priority.ALWAYS);
        getChildren().addAll(columns, drawer);
        setFocusTraversable(true);
        setAccessibleText(kit.texts().get("quality.differences"));
        keys = new Keys(kit.texts().get("quality.differences"))
                .on("J", kit.texts().get("quality.key.next"), () -> model.move(1))
                .on("K", kit.texts().get("quality.key.previous"), () -> model.move(-1))
                .on("Shortcut+Z", kit.texts().get("quality.undo"), model::undo, model::mayUndo);
        drawer.keysTo(keys);
        keys.listenOn(this);
        item.keys().listenOn(this);
        item.holdToRevealOn(this);
        model.laidProperty().subscribe(laid -> item.node().setVisible(laid != null));
        model.selectedProperty().subscribe(one -> {
            fit();
            // Where nothing is left to resolve, keys must act here all the same: the last one can be undone.
            if (one == null && getScene() != null && isVisible()) {
                focus();
            }
        });
        widthProperty().subscribe(this::fit);
        heightProperty().subscribe(this::fit);
    }

    List<Keys> keys() {
        return List.of(keys, item.keys());
    }

    List<Node> panels() {
        return List.of(list, item.node(), drawer);
    }

    void shown() {
        model.refresh();
        item.shown();
        columns.ready();
        focus();
    }

    void hidden() {
        model.apart().coverAll();
        item.hidden();
    }

    /** Without a list that could have it, keys must act here all the same. */
    private void focus() {
        if (columns.isListThere()) {
            list.focusList();
        } else {
            requestFocus();
        }
    }

    void tick() {
        list.tick();
    }

    void switchList() {
        listWanted = !columns.isListThere();
        fit();
        if (listWanted) {
            list.focusList();
        }
    }

    private void fit() {
        boolean narrow = getWidth() > 0 && getWidth() < ListBeside.ASIDE_BELOW;
        boolean there = !narrow || listWanted || model.selectedProperty().get() == null;
        boolean goes = columns.isListThere() && !there;
        columns.show(there);
        if (goes && getScene() != null && isVisible()) {
            focus();
        }
        if (getWidth() > 0) {
            item.panelAside(getWidth() < PANEL_ASIDE_BELOW);
        }
        item.low(getHeight() > 0 && getHeight() < LOW_BELOW);
    }
}
