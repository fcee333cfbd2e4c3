package org.moderationdesk.decisions.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.SectionCode;

/** The rules of the guidelines, to be answered one by one; it takes what height is left and scrolls by itself. */
public final class ChecklistPane {
    private final ChecklistModel model;
    private final Speech speech;
    private final Consumer<ClauseCode> onGuidelines;
    private final VBox pane = new VBox();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final AgeRow age;
    private final ExceptionsLine exceptions;
    private final ChapterPicker chapters;
    private final Label progress = new Label();
    private final Label edition = new Label();
    private final Map<SectionCode, SectionBox> boxes = new LinkedHashMap<>();
    private final Keys keys;
    private @Nullable VBox card;
    private @Nullable RuleRow currentRow;
    private Counsel counsel = Counsel.NONE;

    /** @param onGuidelines goes to the guidelines, at this clause */
    public ChecklistPane(ChecklistModel model, Speech speech, Consumer<ClauseCode> onGuidelines) {
        this.model = model;
        this.speech = speech;
        this.onGuidelines = onGuidelines;
        this.age = new AgeRow(model, speech);
        this.exceptions = new ExceptionsLine(model, speech);
        this.chapters = new ChapterPicker(model, speech, this::focus);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-less");
        scroll.setFocusTraversable(false);
        scroll.viewportBoundsProperty().map(Bounds::getHeight).addListener((_, _, _) -> revealCurrent());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        pane.getChildren().addAll(head(), scroll);
        pane.setId("checklist");
        pane.getStyleClass().addAll("checklist", "surface");
        pane.setAccessibleText(speech.get("decisions.checklist.title"));
        pane.setFocusTraversable(true);
        keys = bind();
        model.sections().subscribe(this::build);
        model.proposals().proposalProperty().subscribe(this::show);
        model.proposals().lockedProperty().subscribe(this::lock);
        model.currentProperty().subscribe(this::showCurrent);
        model.definingProperty().subscribe(this::explain);
        model.underAgeProperty().subscribe(age::show);
        build();
    }

    public Node node() {
        return pane;
    }

    /** What a room above says of the rules from now on. */
    public void counsel(Counsel from) {
        counsel = from;
        boxes.values().forEach(box -> box.counsel(from));
    }

    /** Its keys; they act wherever the screen listens with them. */
    public Keys keys() {
        return keys;
    }

    /** Puts the keyboard on the list of rules. */
    public void focus() {
        pane.requestFocus();
    }

    private Keys bind() {
        return new Keys(speech.get("decisions.checklist.title"))
                .on("Up", speech.get("decisions.checklist.key.previous"), () -> model.move(-1), this::isOpen)
                .on("Down", speech.get("decisions.checklist.key.next"), () -> model.move(1), this::isOpen)
                .on("Y", speech.get("decisions.checklist.answer.YES"), () -> model.answer(Answer.YES), this::mayAnswer)
                .on("N", speech.get("decisions.checklist.answer.NO"), () -> model.answer(Answer.NO), this::mayAnswer)
                .on(
                        "U",
                        speech.get("decisions.checklist.answer.UNSURE"),
                        () -> model.answer(Answer.UNSURE),
                        this::mayAnswer)
                .on("Delete", speech.get("decisions.checklist.key.clear"), () -> model.answer(null), this::mayAnswer)
                .on("Shift+N", speech.get("decisions.checklist.key.rest"), model::restIsNo, this::mayAnswer)
                .on("Shift+R", speech.get("decisions.checklist.key.note"), this::writeNote, this::mayAnswer)
                .on("D", speech.get("decisions.checklist.key.define"), this::define, this::isOpen)
                .on("Shift+D", speech.get("decisions.checklist.key.guidelines"), this::openGuidelines, this::isOpen)
                .on("Shift+P", speech.get("decisions.checklist.key.counsel"), this::openCounsel, this::isCounselled)
                .on("C", speech.get("decisions.checklist.key.chapter"), chapters::open, this::isOpen);
    }

    private boolean isOpen() {
        return model.proposals().proposalProperty().get() != null;
    }

    private boolean mayAnswer() {
        return isOpen() && !model.proposals().lockedProperty().get();
    }

    private void define() {
        model.definingProperty().set(!model.definingProperty().get());
    }

    private boolean isCounselled() {
        ClauseCode at = model.currentProperty().get();
        return isOpen() && at != null && !counsel.line(at).isEmpty();
    }

    private void openCounsel() {
        if (currentRow != null) {
            currentRow.openCounsel();
        }
    }

    private void openGuidelines() {
        ClauseCode at = model.currentProperty().get();
        if (at != null) {
            onGuidelines.accept(at);
        }
    }

    private void writeNote() {
        if (currentRow != null) {
            currentRow.writeNote();
        }
    }

    private Node head() {
        var title = new Label(speech.get("decisions.checklist.title"));
        title.getStyleClass().addAll("strong", "size-14");
        title.setMinWidth(Label.USE_PREF_SIZE);
        progress.setId("checklist-progress");
        progress.getStyleClass().addAll("muted", "size-12");
        progress.setMinWidth(Label.USE_PREF_SIZE);
        HBox.setHgrow(chapters.node(), Priority.ALWAYS);
        edition.setId("checklist-edition");
        edition.getStyleClass().addAll("muted", "size-12");
        edition.setMinWidth(Label.USE_PREF_SIZE);
        var head = new HBox(title, edition, chapters.node(), progress);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("checklist-head", "gap-12", "edge-bottom");
        return head;
    }

    /** What was decided by another edition is read in its words. */
    private Speech ofItsEdition() {
        return new Speech(speech.texts(), model.book().words(speech.texts().language()));
    }

    private void showEdition() {
        boolean other =
                !model.book().edition().equals(model.proposals().tools().book().edition());
        edition.setText(speech.get("decisions.checklist.edition", model.book().edition()));
        edition.setVisible(other);
        edition.setManaged(other);
    }

    /** The sections on the list have changed: boxes that stay are kept. */
    private void build() {
        var kept = new LinkedHashMap<SectionCode, SectionBox>();
        Speech ofItsEdition = ofItsEdition();
        showEdition();
        for (ShownSection shown : model.sections()) {
            SectionBox known = boxes.get(shown.section().code());
            boolean same = known != null && known.isOf(shown);
            kept.put(shown.section().code(), same ? known : new SectionBox(shown, model, ofItsEdition));
        }
        kept.values().stream().filter(box -> !boxes.containsValue(box)).forEach(box -> box.counsel(counsel));
        boxes.clear();
        boxes.putAll(kept);
        list.getChildren().setAll(age);
        list.getChildren().addAll(boxes.values());
        list.getChildren().add(exceptions);
        age.setVisible(!boxes.isEmpty());
        age.sayWhatItBrings();
        exceptions.setVisible(!boxes.isEmpty());
        if (boxes.isEmpty()) {
            scroll.setVvalue(0);
        }
        Proposal proposal = model.proposals().proposalProperty().get();
        if (proposal != null) {
            show(proposal);
            lock(model.proposals().lockedProperty().get());
        }
        showCurrent();
    }

    private void show(@Nullable Proposal proposal) {
        if (proposal != null) {
            boxes.values().forEach(box -> box.show(proposal));
        }
        ChecklistModel.Progress made = model.progress();
        progress.setText(
                proposal == null ? "" : speech.get("decisions.checklist.progress", made.answered(), made.asked()));
    }

    private void lock(boolean locked) {
        boxes.values().forEach(box -> box.lock(locked));
        age.lock(locked);
        progress.setGraphic(locked && isOpen() ? Icons.small(Icon.HELD) : null);
    }

    private void showCurrent() {
        ClauseCode at = model.currentProperty().get();
        if (currentRow != null) {
            currentRow.setCurrent(false);
        }
        boolean first = true;
        currentRow = null;
        for (SectionBox box : boxes.values()) {
            RuleRow row = at == null ? null : box.row(at);
            box.showKeys(row != null || at == null && first);
            first = false;
            if (row != null) {
                currentRow = row;
                row.setCurrent(true);
            }
        }
        age.setCurrent(at == null);
        exceptions.show();
        explain();
        revealCurrent();
    }

    private void explain() {
        if (card != null && card.getParent() instanceof VBox parent) {
            parent.getChildren().remove(card);
        }
        card = null;
        ClauseCode at = model.currentProperty().get();
        if (model.definingProperty().get() && at != null && currentRow != null) {
            card = new RuleCard(model.book(), ofItsEdition(), onGuidelines).of(at);
            currentRow.explain(card);
            reveal(currentRow);
        }
    }

    private void revealCurrent() {
        reveal(currentRow == null ? age : currentRow);
    }

    /** Scrolls so far that the row is seen whole, and no farther. */
    private void reveal(Node row) {
        if (list.getScene() == null || boxes.isEmpty()) {
            return;
        }
        scroll.applyCss();
        scroll.layout();
        Bounds at = list.sceneToLocal(row.localToScene(row.getLayoutBounds()));
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = list.getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        double top = scroll.getVvalue() * hidden;
        if (at.getMinY() < top) {
            scroll.setVvalue(at.getMinY() / hidden);
        } else if (at.getMaxY() > top + seen) {
            scroll.setVvalue(Math.min(at.getMinY(), at.getMaxY() - seen) / hidden);
        }
    }
}
