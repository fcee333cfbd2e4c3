package org.moderationdesk.decisions.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Advice;
import org.moderationdesk.decisions.ExceptionClaim;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Refusal;
import org.moderationdesk.fx.Chip;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ExceptionGround;

/**
 * The grounds on which content may stay: the nine of the book and the carve-outs of the sections that are broken, what
 * each asks the person to establish, and why it holds. In a low window the grounds stand in a pop-over.
 */
final class GroundArea extends VBox {
    private static final int QUESTIONS = 2;

    private final PanelModel model;
    private final Speech speech;
    private final Label title = new Label();
    private final CheckBox none = new CheckBox();
    private final KeyHint noneKey = new KeyHint("0");
    private final Label off = new Label();
    private final FlowPane chips = new FlowPane();
    private final Button chosen = new Button();
    private final Label questions = new Label();
    private final TextField why = new TextField();
    private final List<GroundChip> shown = new ArrayList<>();
    private final PopOver over = new PopOver();
    private List<CarveOutCode> carveOuts = List.of();

    GroundArea(PanelModel model, Speech speech) {
        this.model = model;
        this.speech = speech;
        getStyleClass().add("gap-8");
        chips.getStyleClass().add("ground-chips");
        chips.setPrefWrapLength(376);
        over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
        over.setAnimated(false);
        over.setDetachable(false);
        chosen.setId("decision-ground-choose");
        chosen.setOnAction(_ -> openGrounds());
        none.setText(speech.get("decisions.panel.none-applies"));
        none.setId("decision-none-applies");
        none.selectedProperty().bindBidirectional(model.noneAppliesProperty());
        off.getStyleClass().addAll("muted", "size-12");
        off.setGraphic(Icons.small(Icon.HELD));
        questions.setId("decision-ground-questions");
        questions.getStyleClass().addAll("muted", "size-12");
        questions.setWrapText(true);
        why.setId("decision-ground-why");
        why.setPromptText(speech.get("decisions.panel.why.prompt"));
        why.setAccessibleText(speech.get("decisions.panel.why"));
        why.textProperty().subscribe(model::why);
        rebuild();
        getChildren().addAll(head(), chips, questions, why);
    }

    private Node head() {
        title.setText(speech.get("decisions.panel.ground"));
        title.getStyleClass().add("size-12");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, new KeyHint("X"), chosen, gap, off, none, noneKey);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("gap-8", "ground-head");
        return head;
    }

    /** One ground, or one carve-out. */
    private record GroundChip(
            Chip chip, ExceptionGround ground, @Nullable CarveOutCode carveOut) {
        boolean is(@Nullable ExceptionClaim claim) {
            return claim != null && claim.ground() == ground && (carveOut == null || carveOut.equals(claim.carveOut()));
        }
    }

    private void rebuild() {
        shown.clear();
        for (CarveOutCode carveOut : carveOuts) {
            var chip = new Chip(speech.get("decisions.panel.carve-out", carveOut.value()));
            chip.setId("ground-" + carveOut.value().replace('.', '-'));
            chip.setAccessibleText(speech.book().carveOut(carveOut));
            add(new GroundChip(chip, ExceptionGround.CARVE_OUT, carveOut));
        }
        for (ExceptionGround ground : ExceptionGround.general()) {
            var chip = new Chip(speech.get("decisions.panel.ground." + ground));
            chip.setId("ground-" + ground);
            chip.setAccessibleText(speech.book().ground(ground));
            add(new GroundChip(chip, ground, null));
        }
        chips.getChildren().setAll(shown.stream().map(GroundChip::chip).toList());
    }

    private void add(GroundChip each) {
        shown.add(each);
        each.chip().setOnAction(_ -> {
            press(each);
            show(model.proposals().proposalProperty().get());
        });
    }

    /** A ground that is switched off says why; one that is chosen is taken back. */
    private void press(GroundChip each) {
        Proposal proposal = model.proposals().proposalProperty().get();
        Optional<Refusal> against = model.against(each.ground(), each.carveOut());
        if (proposal == null || !model.isException()) {
            model.saidProperty().set(new PanelModel.Said.Told(speech.get("decisions.panel.ground.closed")));
        } else if (against.isPresent()) {
            model.saidProperty().set(new PanelModel.Said.Switched(against.get()));
        } else if (each.is(proposal.exception())) {
            model.noGround();
        } else {
            model.ground(each.ground(), each.carveOut());
        }
    }

    void show(@Nullable Proposal proposal) {
        Advice advice = model.proposals().adviceProperty().get();
        List<CarveOutCode> offered = advice == null ? List.of() : advice.carveOuts();
        if (!offered.equals(carveOuts)) {
            carveOuts = offered;
            rebuild();
        }
        boolean open = model.isException();
        boolean locked = model.proposals().lockedProperty().get();
        ExceptionClaim claim = proposal == null ? null : proposal.exception();
        boolean anyOpen = false;
        for (GroundChip each : shown) {
            Optional<Refusal> against = model.against(each.ground(), each.carveOut());
            each.chip().setSelected(each.is(claim));
            Dashed.set(each.chip(), !open || against.isPresent());
            each.chip().setMouseTransparent(locked);
            each.chip().setTooltip(new Tooltip(against.map(speech::say).orElseGet(() -> meaning(each))));
            anyOpen |= against.isEmpty();
        }
        boolean refused = proposal != null && !anyOpen;
        off.setText(refused ? speech.get("decisions.panel.ground.off") : "");
        put(off, refused);
        put(none, !refused && !open);
        put(noneKey, !refused && !open);
        none.setDisable(locked);
        showWhy(claim, open && !refused, locked);
        showForm(open, claim);
    }

    private String meaning(GroundChip each) {
        return each.carveOut() == null
                ? speech.book().groundMeaning(each.ground())
                : speech.book().carveOut(each.carveOut());
    }

    private void showWhy(@Nullable ExceptionClaim claim, boolean open, boolean locked) {
        List<String> asked = claim == null || claim.ground() == null
                ? List.of()
                : claim.carveOut() == null
                        ? speech.book().questions(claim.ground())
                        : speech.book().questions(claim.carveOut());
        String said = String.join(" ", asked.subList(0, Math.min(QUESTIONS, asked.size())));
        questions.setText(said);
        questions.setTooltip(asked.isEmpty() ? null : new Tooltip(String.join("\n", asked)));
        put(questions, open && !said.isEmpty() && !model.compactProperty().get());
        why.setPromptText(
                said.isEmpty() || !model.compactProperty().get()
                        ? speech.get("decisions.panel.why.prompt")
                        : asked.getFirst());
        put(why, open);
        why.setEditable(!locked);
        String text = claim == null || claim.why() == null ? "" : claim.why();
        if (!text.strip().equals(why.getText().strip())) {
            why.setText(text);
        }
    }

    /** Low windows show the chosen ground in the head, and the others on demand. */
    private void showForm(boolean open, @Nullable ExceptionClaim claim) {
        boolean compact = model.compactProperty().get();
        put(chosen, compact && open);
        chosen.setText(shown.stream()
                .filter(each -> each.is(claim))
                .findFirst()
                .map(each -> each.chip().getText())
                .orElseGet(() -> speech.get("decisions.panel.ground.choose")));
        Dashed.set(chosen, !open);
        if (compact == getChildren().contains(chips)) {
            if (compact) {
                getChildren().remove(chips);
                chips.setPadding(new Insets(12));
                over.setContentNode(chips);
            } else {
                over.hide();
                over.setContentNode(new Region());
                chips.setPadding(Insets.EMPTY);
                getChildren().add(1, chips);
            }
        }
    }

    private static void put(Node part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }

    /** Puts the keyboard on the grounds; says why where none is open. */
    void openGrounds() {
        if (!model.isException()) {
            model.saidProperty().set(new PanelModel.Said.Told(speech.get("decisions.panel.ground.closed")));
            return;
        }
        if (model.compactProperty().get()) {
            over.show(chosen);
        }
        shown.stream()
                .filter(each -> model.against(each.ground(), each.carveOut()).isEmpty())
                .findFirst()
                .ifPresentOrElse(each -> each.chip().requestFocus(), () -> press(shown.getFirst()));
    }

    void focusWhy() {
        why.requestFocus();
    }

    void mark(@Nullable Spot wrong) {
        Dashed.wrong(why, wrong == Spot.WHY);
        Dashed.wrong(chosen, wrong == Spot.GROUND);
        Dashed.wrong(chips, wrong == Spot.GROUND && model.isException());
    }
}
