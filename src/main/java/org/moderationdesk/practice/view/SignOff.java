package org.moderationdesk.practice.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.Certifying;

/** Beside somebody else's result, for who trains: the certificates that this person has earned. */
final class SignOff extends VBox {
    private final ResultModel model;
    private final PracticeWords words;
    private final VBox lines = new VBox();

    SignOff(ResultModel model, PracticeWords words) {
        this.model = model;
        this.words = words;
        lines.getStyleClass().add("gap-8");
        getChildren().addAll(Shown.label(words.get("practice.sign-off"), "strong", "size-14"), lines);
        getStyleClass().addAll("gap-8", "practice-section", "edge-top");
        setId("practice-sign-off");
        Shown.put(this, false);
        model.shownProperty().subscribe(this::show);
    }

    private void show(ResultModel.@Nullable Result result) {
        PracticeModel home = model.home();
        boolean there = result != null && home.trains() && !model.isOwn();
        Shown.put(this, there);
        if (there && result != null) {
            String person = result.run().person();
            home.read(() -> home.doors().certifying().earned(home.person()), found -> {
                if (result.equals(model.shownProperty().get())) {
                    lay(found.stream()
                            .filter(one -> one.person().equals(person))
                            .filter(one -> one.certification()
                                    .sets()
                                    .contains(result.set().id()))
                            .toList());
                }
            });
        }
    }

    private void lay(List<Certifying.Earned> earned) {
        lines.getChildren().clear();
        if (earned.isEmpty()) {
            lines.getChildren().add(Shown.wrapped(words.get("practice.sign-off.none"), "muted", "size-12"));
        }
        PracticeModel home = model.home();
        earned.forEach(one -> {
            var give = new Button(
                    words.get(
                            "practice.sign-off.give",
                            SafeLine.of(one.certification().name())),
                    Icons.small(Icon.APPROVALS));
            give.setOnAction(_ -> home.act(
                    () -> home.doors()
                            .certifying()
                            .certify(
                                    home.person(),
                                    one.person(),
                                    one.certification().name()),
                    _ -> show(model.shownProperty().get())));
            var row = new HBox(give);
            row.setAlignment(Pos.CENTER_LEFT);
            lines.getChildren().add(row);
        });
    }
}
