package org.moderationdesk.practice.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.decisions.DecisionFact;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.StoreForm;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.SetState;

/** Chooses decided cases, from the newest, whose copies are then looked at; child-safety ones are not among them. */
final class PickForm {
    private static final int NEWEST = 200;

    private final TrainerModel model;
    private final PracticeWords words;
    private final Dialogs dialogs;
    private final PickPane preview;

    PickForm(TrainerModel model, PracticeWords words, Dialogs dialogs, PickPane preview) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        this.preview = preview;
    }

    void open() {
        PracticeSet set = model.set();
        if (set == null) {
            return;
        }
        if (set.state() != SetState.DRAFT) {
            model.home().problemProperty().set(words.get("practice.pick.draft"));
            return;
        }
        var doors = model.home().doors();
        model.home().read(() -> doors.picks().newest(model.home().person(), NEWEST), found -> choose(set, found));
    }

    private void choose(PracticeSet set, List<DecisionFact> found) {
        List<CheckBox> boxes =
                found.stream().filter(one -> !one.childSafety()).map(this::box).toList();
        var list = new VBox();
        list.getStyleClass().add("gap-4");
        list.getChildren().setAll(boxes);
        if (boxes.isEmpty()) {
            list.getChildren().add(Shown.label(words.get("practice.pick.none"), "muted"));
        }
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(560, 360);
        scroll.getStyleClass().add("edge-less");
        var form = new VBox(Shown.wrapped(words.get("practice.pick.sentence"), "muted", "size-12"), scroll);
        form.getStyleClass().add("gap-8");
        form.setMaxWidth(560);
        new StoreForm(dialogs, form)
                .open(words.get("practice.pick"), words.get("practice.pick.act"), (done, refused) -> {
                    List<String> chosen = new ArrayList<>();
                    boxes.stream()
                            .filter(CheckBox::isSelected)
                            .forEach(box -> chosen.add(Objects.toString(box.getUserData())));
                    if (chosen.isEmpty()) {
                        refused.accept(words.get("practice.pick.choose"));
                    } else {
                        preview.open(set, chosen, done);
                    }
                });
    }

    private CheckBox box(DecisionFact one) {
        var box = new CheckBox(words.get(
                "practice.pick.line",
                SafeLine.of(one.itemId()),
                words.get("decisions.outcome." + one.outcome()),
                one.section() == null ? "" : words.items().section(one.section()),
                words.kit().times().date(Instant.ofEpochMilli(one.at()))));
        box.setUserData(one.decisionId());
        box.setId("practice-pick-" + one.decisionId());
        return box;
    }
}
