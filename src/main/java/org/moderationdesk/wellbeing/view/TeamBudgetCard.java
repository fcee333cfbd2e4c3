package org.moderationdesk.wellbeing.view;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.settings.view.SettingsCard;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.wellbeing.BudgetShare;
import org.moderationdesk.wellbeing.LiftRefused;
import org.moderationdesk.wellbeing.TeamBudgets;

/** For team leads: everybody by name with the one number that may be known of their day. */
public final class TeamBudgetCard implements SettingsCard {
    private static final int LINES = 3;

    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final TeamBudgets budgets;
    private final Person self;
    private final VBox list = new VBox();
    private final Label problem = DoorPanel.words("", "field-problem");

    public TeamBudgetCard(Kit kit, Dialogs dialogs, TeamBudgets budgets, Person self) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.budgets = budgets;
        this.self = self;
        list.setId("team-budgets");
        problem.setId("team-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    }

    @Override
    public Node node() {
        var heading = new Label(texts.get("wellbeing.team"));
        heading.getStyleClass().addAll("strong", "size-14");
        var again = new Button(texts.get("wellbeing.team.again"), Icons.small(Icon.REFRESH));
        again.setId("team-again");
        again.setOnAction(_ -> refresh());
        var card = new VBox(
                heading,
                DoorPanel.words(texts.get("wellbeing.team.sentence"), "muted", "size-12"),
                list,
                problem,
                again);
        card.getStyleClass().addAll("card", "gap-12");
        list.getChildren().setAll(new Loading(LINES, texts.get("wellbeing.team.waiting")));
        refresh();
        return card;
    }

    private void refresh() {
        kit.background().run(() -> budgets.shares(self), this::show, this::failed);
    }

    private void show(List<BudgetShare> shares) {
        problem.setText("");
        list.getChildren().clear();
        if (shares.isEmpty()) {
            var none = DoorPanel.words(texts.get("wellbeing.team.none"), "size-12");
            none.setId("team-none");
            list.getChildren().add(none);
        }
        shares.forEach(share -> list.getChildren().add(row(share)));
    }

    private Node row(BudgetShare share) {
        boolean own = share.person().equals(self.name());
        String percent = kit.numbers().percent(share.used());
        var name = new Label(own ? texts.get("wellbeing.team.you", share.person()) : share.person());
        name.getStyleClass().addAll("size-12", "strong", "team-name");
        var bar = new ProgressBar(Math.min(1, share.used()));
        bar.getStyleClass().addAll("small", "exposure-bar");
        bar.setFocusTraversable(false);
        bar.setAccessibleText(texts.get("wellbeing.team.row", share.person(), percent));
        var number = new Label(percent);
        number.setId("team-share-" + share.person());
        number.getStyleClass().addAll("size-12", "team-share");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(name, bar, number, gap);
        row.getStyleClass().addAll("team-row", "edge-top");
        row.setAlignment(Pos.CENTER_LEFT);
        if (share.lifted()) {
            var lifted = new Label(texts.get("wellbeing.team.lifted"), Icons.small(Icon.DONE));
            lifted.getStyleClass().addAll("muted", "size-12");
            row.getChildren().add(lifted);
        } else if (!own && Rights.has(self, Right.LIFT_GATE)) {
            row.getChildren().add(liftOf(share.person()));
        }
        return row;
    }

    private Button liftOf(String person) {
        var lift = new Button(texts.get("wellbeing.team.lift"));
        lift.setId("team-lift-" + person);
        lift.setAccessibleText(texts.get("wellbeing.team.lift.of", person));
        lift.getStyleClass().add("quiet");
        lift.setMinWidth(Region.USE_PREF_SIZE);
        lift.setOnAction(_ -> ask(person));
        return lift;
    }

    private void ask(String person) {
        var reason = new TextField();
        reason.setId("team-lift-reason");
        var form = new VBox(
                DoorPanel.words(texts.get("wellbeing.team.lift.note", person), "size-12"),
                DoorPanel.field(texts.get("wellbeing.team.lift.reason"), reason));
        form.getStyleClass().addAll("gap-12", "lift-form");
        dialogs.form(texts.get("wellbeing.team.lift.of", person), form, texts.get("wellbeing.team.lift"), () -> {
            if (!TeamBudgets.isReason(reason.getText())) {
                return Optional.of(texts.get("wellbeing.lift.NO_REASON"));
            }
            String why = reason.getText();
            kit.background().run(() -> budgets.lift(self, person, why), _ -> refresh(), this::failed);
            return Optional.empty();
        });
    }

    private void failed(Exception failure) {
        if (list.getChildren().stream().anyMatch(Loading.class::isInstance)) {
            list.getChildren().clear();
        }
        problem.setText(
                switch (failure) {
                    case LiftRefused refused -> refused.words(texts);
                    case RightRefused refused -> refused.words(texts);
                    default -> texts.get("wellbeing.team.failed");
                });
    }
}
