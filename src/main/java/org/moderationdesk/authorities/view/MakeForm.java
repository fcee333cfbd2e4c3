package org.moderationdesk.authorities.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.authorities.Addressee;
import org.moderationdesk.authorities.AuthorityRefused;
import org.moderationdesk.authorities.AuthorityRefused.Why;
import org.moderationdesk.authorities.Dossiers.Ask;
import org.moderationdesk.authorities.Dossiers.Preview;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.CheckedField;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.items.view.SafeLine;

/** What somebody says of a dossier before it is made: whose matter it is, to whom it goes, and why. JavaFX thread only. */
final class MakeForm extends VBox {
    private static final int LONGEST_NAME = 80;

    private final DossierModel model;
    private final Texts texts;
    private final TextField state = new TextField();
    private final ComboBox<Addressee> to = new ComboBox<>();
    private final TextArea another = area("dossier-another", 2);
    private final TextArea why = area("dossier-why", 4);
    private final VBox steps = new VBox();
    private final CheckedField stateField;
    private final CheckedField toField;
    private final CheckedField anotherField;
    private final CheckedField whyField;
    private String referral = "";
    private boolean filling;

    MakeForm(DossierModel model, Kit kit) {
        this.model = model;
        this.texts = kit.texts();
        state.setId("dossier-state");
        state.setPromptText(texts.get("authorities.view.state.prompt"));
        state.setMaxWidth(120);
        to.setId("dossier-to");
        to.setMaxWidth(Double.MAX_VALUE);
        to.setConverter(names());
        steps.setId("dossier-steps");
        stateField = new CheckedField(texts.get("authorities.view.state"), state);
        toField = new CheckedField(texts.get("authorities.view.to"), to);
        anotherField = new CheckedField(texts.get("authorities.view.another"), another);
        whyField = new CheckedField(texts.get("authorities.view.why"), why);
        getChildren()
                .addAll(
                        stateField,
                        DoorPanel.words(texts.get("authorities.view.state.note"), "muted", "size-12"),
                        toField,
                        steps,
                        anotherField,
                        whyField);
        getStyleClass().add("gap-8");
        setId("dossier-make-form");
        anotherField.managedProperty().bind(anotherField.visibleProperty());
        anotherField.setVisible(false);
        state.textProperty().subscribe((_, now) -> entered(now));
        to.valueProperty().subscribe((_, _) -> look());
        why.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                look();
            }
        });
        model.shownProperty().subscribe(this::show);
        model.previewProperty().subscribe(this::fill);
        model.againstProperty().subscribe(this::refuse);
    }

    /** What the form says. */
    Ask ask() {
        @Nullable Addressee chosen = to.getValue();
        String concerned = state.getText().strip();
        return new Ask(
                concerned.isEmpty() ? null : concerned,
                chosen == null ? null : chosen.target().code(),
                why.getText(),
                anotherField.isVisible() ? another.getText() : null);
    }

    /** Goes to the first field that something is wrong with. */
    void goToProblem() {
        fields().stream().filter(field -> !field.said().isEmpty()).findFirst().ifPresent(CheckedField::focus);
    }

    private List<CheckedField> fields() {
        return List.of(stateField, toField, anotherField, whyField);
    }

    private void show(DossierModel.@Nullable Shown now) {
        if (now == null) {
            referral = "";
        } else if (now.isMaking() && !(now.referral() + now.dossiers().size()).equals(referral)) {
            referral = now.referral() + now.dossiers().size();
            filling = true;
            state.clear();
            to.setValue(null);
            to.getItems().clear();
            another.clear();
            why.setText(now.reason());
            filling = false;
            fields().forEach(field -> field.say(""));
        }
    }

    private void entered(String words) {
        String upper = words.toUpperCase(Locale.ROOT);
        if (!upper.equals(words)) {
            state.setText(upper);
            return;
        }
        if (!filling) {
            filling = true;
            // Whom it should go to follows from this.
            to.setValue(null);
            filling = false;
            look();
        }
    }

    /** Asks what would be in it, as the form stands. */
    void look() {
        if (!filling) {
            model.preview(ask());
        }
    }

    private void fill(@Nullable Preview preview) {
        if (preview == null) {
            return;
        }
        filling = true;
        to.getItems().setAll(preview.possible());
        to.setValue(preview.to());
        filling = false;
        anotherField.setVisible(preview.isForAnother());
        boolean made = preview.made().contains(preview.to().target().code());
        stateField.say("");
        toField.say(
                made
                        ? texts.get(
                                "authorities.refused.ALREADY_MADE",
                                preview.to().target().code())
                        : "");
        steps.getChildren()
                .setAll(Stream.of(Addressee.Why.values())
                        .map(step -> DoorPanel.words(step(step, preview), "muted", "size-12"))
                        .toList());
    }

    /** How it came to whom it goes: who was found at this step, or that it was passed over. */
    private String step(Addressee.Why step, Preview preview) {
        List<String> found = preview.possible().stream()
                .filter(one -> one.why() == step)
                .map(this::name)
                .toList();
        String place = texts.get("authorities.view.step." + step);
        if (!found.isEmpty()) {
            return texts.get("authorities.view.step.found", place, String.join("; ", found));
        }
        boolean unknown =
                step == Addressee.Why.STATE_CONCERNED && state.getText().isBlank();
        return texts.get(unknown ? "authorities.view.step.unknown" : "authorities.view.step.unreached", place);
    }

    private void refuse(@Nullable AuthorityRefused refused) {
        if (refused == null) {
            whyField.say("");
            anotherField.say("");
            return;
        }
        at(refused.why()).say(refused.words(texts));
        if (refused.why() == Why.STATE || refused.why() == Why.NO_ADDRESSEE) {
            steps.getChildren().clear();
        }
    }

    private CheckedField at(Why refused) {
        return switch (refused) {
            case STATE -> stateField;
            case NO_REASON -> whyField;
            case NO_REASON_FOR_ANOTHER -> anotherField;
            default -> toField;
        };
    }

    private String name(Addressee one) {
        return SafeLine.of(one.target().name().in(texts.language()), LONGEST_NAME) + " ("
                + one.target().code() + ", " + one.target().jurisdiction() + ")";
    }

    private StringConverter<Addressee> names() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Addressee one) {
                return one == null ? "" : name(one);
            }

            @Override
            public Addressee fromString(String words) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }

    private static TextArea area(String id, int rows) {
        var area = new TextArea();
        area.setId(id);
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        return area;
    }
}
