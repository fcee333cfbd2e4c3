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
import org.moderationdesk.items.view.ItemPane;
import org.moderationdesk.items.view.ItemWords;

/** Differences: the list, the item under cover, and both answers side by side. */
final class DifferencesPane extends HBox {
    private static final double LIST = 272;
    private static final double NARROW_LIST = 216;
    private static final double LIST_ASIDE_BELOW = 1128;
    private static final double PANEL_ASIDE_BELOW = 1288;
    private static final double LOW_BELOW = 760;

    private final DifferencesModel model;
    private final DifferenceList list;
    private final ItemPane item;
    private final DifferenceDrawer drawer;
    private final StackPane stage = new StackPane();
    private final Keys keys;
    private boolean listWanted;

    DifferencesPane(DifferencesModel model, QualityDoors doors, ItemWords words, Kit kit, Dialogs dialogs) {
        this.model = model;
        var says = new ProposalWords(new Speech(kit.texts(), words.bookWords()), kit.times());
        list = new DifferenceList(model, words, says, kit);
        list.setMinWidth(NARROW_LIST);
        item = new ItemPane(
                model.apart().item(), words, kit.times(), model.apart().pictures(), kit.background(), kit.covers());
        var verdicts = new VerdictWords(doors.means().tools().consequence(), words);
        drawer = new DifferenceDrawer(model, words, says, verdicts, dialogs);
        drawer.setMinWidth(Region.USE_PREF_SIZE);
        stage.getChildren().add(item.node());
        stage.setMinWidth(0);
        HBox.setHgrow(stage, Priority.ALWAYS);
        getChildren().addAll(list, stage, drawer);
        keys = new Keys(kit.texts().get("quality.differences"))
                .on("J", kit.texts().get("quality.key.next"), () -> model.move(1))
                .on("K", kit.texts().get("quality.key.previous"), () -> model.move(-1));
        drawer.keysTo(keys);
        keys.listenOn(this);
        item.keys().listenOn(this);
        item.holdToRevealOn(this);
        model.laidProperty().subscribe(laid -> item.node().setVisible(laid != null));
        model.selectedProperty().subscribe(this::fit);
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
        list.focusList();
    }

    void hidden() {
        model.apart().coverAll();
        item.hidden();
    }

    void switchList() {
        listWanted = !list.isVisible();
        fit();
        if (listWanted) {
            list.focusList();
        }
    }

    private void fit() {
        boolean narrow = getWidth() > 0 && getWidth() < LIST_ASIDE_BELOW;
        boolean there = !narrow || listWanted || model.selectedProperty().get() == null;
        list.setVisible(there);
        list.setManaged(there);
        list.setPrefWidth(narrow ? NARROW_LIST : LIST);
        if (getWidth() > 0) {
            item.panelAside(getWidth() < PANEL_ASIDE_BELOW);
        }
        item.low(getHeight() > 0 && getHeight() < LOW_BELOW);
    }
}
