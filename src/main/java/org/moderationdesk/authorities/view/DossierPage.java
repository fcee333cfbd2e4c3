package org.moderationdesk.authorities.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.authorities.Dossier;
import org.moderationdesk.authorities.Dossiers.Content;
import org.moderationdesk.authorities.Dossiers.Preview;
import org.moderationdesk.authorities.Receipt;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.referrals.ReferralFile;
import org.moderationdesk.referrals.view.KindPage;
import org.moderationdesk.referrals.view.PageSection;
import org.moderationdesk.staff.Person;

/** The dossiers of a referral to police or a court: made, saved for the channel, and known to be sent by their receipts. */
public final class DossierPage extends VBox implements KindPage {
    private static final String ACT = "Shortcut+Enter";
    private static final String PDF = "Alt+P";
    private static final String ZIP = "Alt+Z";
    private static final String PAPER = "Alt+W";
    private static final String ANOTHER = "Alt+N";

    private final Kit kit;
    private final Texts texts;
    private final DossierModel model;
    private final DossierSaving saving;
    private final DossierParts parts;
    private final MakeForm make;
    private final EntryForm entry;
    private final VBox sections = new VBox();
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(sections);
    private final Label said = label("dossier-said", "size-12");
    private final Label problem = label("dossier-problem", "field-problem");
    private final Button another;
    private final Button pdf;
    private final Button zip;
    private final Button act;
    private final Keys keys;

    public DossierPage(DossierDoors doors, Person person, Kit kit, Dialogs dialogs, FileChoice files) {
        this.kit = kit;
        this.texts = kit.texts();
        model = new DossierModel(doors, person, kit);
        saving = new DossierSaving(doors.files(), person, kit, dialogs, files);
        parts = new DossierParts(kit);
        make = new MakeForm(model, kit);
        entry = new EntryForm(model, kit, files);
        another = KeyButton.of("dossier-other", texts.get("authorities.view.make-another"), ANOTHER, model::another);
        pdf = KeyButton.of("dossier-pdf", texts.get("authorities.view.save.pdf"), PDF, this::savePdf);
        zip = KeyButton.of("dossier-zip", texts.get("authorities.view.save.zip"), ZIP, this::saveZip);
        act = KeyButton.of("dossier-act", "", ACT, this::act);
        act.getStyleClass().add("accent");
        keys = new Keys(texts.get("authorities.view"))
                .on(ACT, texts.get("authorities.view.act"), this::act, this::mayAct)
                .on(PDF, texts.get("authorities.view.save.pdf"), this::savePdf, this::hasFiles)
                .on(ZIP, texts.get("authorities.view.save.zip"), this::saveZip, this::hasFiles)
                .on(EntryForm.DOCUMENT_KEY, texts.get("authorities.view.choose"), entry::choose, this::hasDossier)
                .on(PAPER, texts.get("authorities.view.save.newest"), this::savePaper, this::hasPaper)
                .on(ANOTHER, texts.get("authorities.view.make-another"), model::another, model::mayMakeAnother)
                .on("F2", texts.get("authorities.view.next-problem"), make::goToProblem, this::isMaking);
        lay();
        model.shownProperty().subscribe(_ -> show());
        model.previewProperty().subscribe(this::preview);
        model.busyProperty().subscribe(_ -> tell());
        model.problemProperty().subscribe(_ -> tell());
        saving.problemProperty().subscribe(_ -> tell());
        saving.saidProperty().subscribe(_ -> tell());
    }

    @Override
    public ReferralTarget target() {
        return ReferralTarget.JUDICIAL_AUTHORITY;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Keys keys() {
        return keys;
    }

    @Override
    public void show(ReferralFile file) {
        model.show(file);
    }

    @Override
    public void again() {
        model.again();
        if (isMaking()) {
            make.look();
        }
    }

    @Override
    public void leave() {
        model.leave();
        saving.leave();
    }

    @Override
    public void onChange(Runnable told) {
        model.onChange(told);
    }

    @Override
    public void onMissed(BiConsumer<String, String> told) {
        model.onMissed(told);
    }

    private void lay() {
        setId("dossier-page");
        sections.getStyleClass().add("report-sections");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-less");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        for (Button one : List.of(another, pdf, zip, act)) {
            one.managedProperty().bind(one.visibleProperty());
        }
        var words = new VBox(said, problem);
        words.setMinWidth(0);
        setMinWidth(0);
        scroll.setMinWidth(0);
        var buttons = new HBox(pdf, zip, gap(), act);
        buttons.getStyleClass().add("gap-8");
        buttons.setAlignment(Pos.CENTER_LEFT);
        var foot = new VBox(words, buttons);
        foot.getStyleClass().addAll("report-foot", "gap-8", "surface", "edge-top");
        foot.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(scroll, foot);
    }

    private void show() {
        DossierModel.@Nullable Shown now = model.shownProperty().get();
        sections.getChildren().clear();
        if (now != null) {
            @Nullable Content chosen = now.content();
            if (now.dossiers().size() > 1 || chosen == null && !now.dossiers().isEmpty()) {
                sections.getChildren().add(chooser(now));
            }
            if (chosen != null) {
                made(chosen);
            } else if (now.goesOut()) {
                making();
            } else {
                var not = PageSection.of(
                        texts.get("authorities.view.title"),
                        DoorPanel.note(Icon.WAITING, texts.get("authorities.refused.NOT_TO_BE_SENT_NOW")));
                not.setId("dossier-not-now");
                sections.getChildren().add(not);
            }
        }
        tell();
    }

    private Node chooser(DossierModel.Shown now) {
        var row = new FlowPane();
        row.getStyleClass().add("chips");
        for (int i = 0; i < now.dossiers().size(); i++) {
            int place = i;
            var one = new ToggleButton(texts.get(
                    "authorities.view.one",
                    i + 1,
                    now.dossiers().get(i).line().dossier().target()));
            // A code has underscores, which are no mnemonics.
            one.setMnemonicParsing(false);
            one.setId("dossier-choose-" + (i + 1));
            one.setSelected(i == now.chosen());
            one.setOnAction(_ -> model.choose(place));
            row.getChildren().add(one);
        }
        return PageSection.of(texts.get("authorities.view.several"), row);
    }

    private void making() {
        var state = new Tag(texts.get("authorities.view.state-of.draft"), Tone.ATTENTION);
        state.setId("dossier-standing");
        sections.getChildren()
                .addAll(
                        PageSection.of(
                                texts.get("authorities.view.title"),
                                state(state, texts.get("authorities.view.state-of.draft.means")),
                                make),
                        content);
        preview(model.previewProperty().get());
    }

    private void preview(@Nullable Preview preview) {
        DossierModel.@Nullable Shown now = model.shownProperty().get();
        if (now != null && now.isMaking()) {
            content.getChildren().clear();
            if (preview != null) {
                content.getChildren().setAll(parts.of(preview.document()));
            }
        }
        tell();
    }

    private void made(Content chosen) {
        Dossier dossier = chosen.line().dossier();
        boolean sent = chosen.line().isSent();
        String stands = sent ? "sent" : "made";
        var state = new Tag(texts.get("authorities.view.state-of." + stands), sent ? Tone.SUCCESS : Tone.ATTENTION);
        state.setId("dossier-standing");
        VBox head = PageSection.of(
                texts.get("authorities.view.dossier", dossier.id()),
                state(state, texts.get("authorities.view.state-of." + stands + ".means")),
                DoorPanel.words(
                        texts.get(
                                "authorities.view.made-by",
                                SafeLine.of(dossier.by()),
                                moment(dossier.at()),
                                dossier.target(),
                                dossier.targets()),
                        "muted",
                        "size-12"),
                new HBox(another));
        sections.getChildren().add(head);
        if (chosen.document() == null) {
            sections.getChildren().add(erased(chosen));
        }
        for (Receipt receipt : chosen.line().receipts()) {
            sections.getChildren().add(receipt(receipt));
        }
        entry.show(dossier.id() + " " + chosen.line().receipts().size());
        sections.getChildren()
                .add(PageSection.of(
                        texts.get(sent ? "authorities.view.answer" : "authorities.view.receipt"),
                        DoorPanel.words(
                                texts.get(sent ? "authorities.view.answer.note" : "authorities.view.receipt.note"),
                                "muted",
                                "size-12"),
                        entry));
        if (chosen.document() != null) {
            sections.getChildren().addAll(parts.of(chosen.document()));
        }
        sections.getChildren().add(parts.proof(dossier));
    }

    private Node erased(Content chosen) {
        String when = chosen.erased() == null ? "" : moment(chosen.erased());
        var words = DoorPanel.words(texts.get("authorities.view.erased", when), "muted", "size-12");
        words.setId("dossier-erased");
        return PageSection.of(texts.get("authorities.view.erased.title"), words);
    }

    private static Node state(Tag state, String means) {
        var words = DoorPanel.words(means, "size-12");
        words.setId("dossier-means");
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(state, words);
        row.getStyleClass().add("gap-8");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node receipt(Receipt receipt) {
        GridPane grid = DossierParts.grid();
        DossierParts.add(grid, texts.get("authorities.view.moment"), moment(receipt.sentAt()));
        DossierParts.add(grid, texts.get("authorities.view.reference"), SafeLine.of(receipt.reference()));
        DossierParts.add(
                grid,
                texts.get("authorities.view.entered-by"),
                texts.get("authorities.view.by-at", SafeLine.of(receipt.by()), moment(receipt.at())));
        List<Node> nodes = new ArrayList<>(List.of(grid));
        if (receipt.document() != null) {
            DossierParts.add(grid, texts.get("authorities.view.document"), "SHA-256 " + receipt.document());
        }
        if (isKept(receipt)) {
            nodes.add(save(receipt));
        }
        VBox section = PageSection.of(
                receipt.isAnswer()
                        ? texts.get("authorities.view.answer.one", receipt.place())
                        : texts.get("authorities.view.receipt.one"),
                nodes.toArray(Node[]::new));
        section.setId("dossier-receipt-" + (receipt.place() + 1));
        return section;
    }

    private Node save(Receipt receipt) {
        String words = texts.get("authorities.view.save.document");
        Button save = isNewestPaper(receipt)
                ? KeyButton.of("", words, PAPER, () -> saving.document(receipt))
                : new Button(words);
        save.setOnAction(_ -> saving.document(receipt));
        save.setId("dossier-paper-" + (receipt.place() + 1));
        var row = new HBox(save, DoorPanel.words(texts.get("authorities.view.save.document.note"), "muted", "size-12"));
        row.getStyleClass().add("gap-8");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void tell() {
        DossierModel.@Nullable Shown now = model.shownProperty().get();
        @Nullable Content chosen = now == null ? null : now.content();
        boolean there = chosen != null;
        pdf.setVisible(hasFiles());
        zip.setVisible(hasFiles());
        another.setVisible(there && model.mayMakeAnother());
        act.setVisible(there || now != null && now.isMaking());
        act.setDisable(!mayAct());
        act.setText(texts.get(
                chosen == null
                        ? "authorities.view.make"
                        : chosen.line().isSent() ? "authorities.view.answer" : "authorities.view.receipt"));
        said.setText(saving.saidProperty().get());
        String wrong = model.problemProperty().get();
        problem.setText(wrong.isEmpty() ? saving.problemProperty().get() : wrong);
    }

    private boolean mayAct() {
        DossierModel.@Nullable Shown now = model.shownProperty().get();
        return now != null && !model.busyProperty().get() && (now.content() != null || now.isMaking());
    }

    private void act() {
        if (mayAct()) {
            if (isMaking()) {
                model.make(make.ask(), make::goToProblem);
            } else {
                entry.enter();
            }
        }
    }

    private boolean isMaking() {
        DossierModel.@Nullable Shown now = model.shownProperty().get();
        return now != null && now.isMaking();
    }

    private boolean hasDossier() {
        return chosen() != null;
    }

    /** Not once they are erased. */
    private boolean hasFiles() {
        Content chosen = chosen();
        return chosen != null && chosen.document() != null;
    }

    /** Whether it came with a document that was not erased since. */
    private boolean isKept(Receipt receipt) {
        Content chosen = chosen();
        return receipt.document() != null
                && (chosen == null || chosen.erased() == null || chosen.erased().isBefore(receipt.at()));
    }

    private @Nullable Content chosen() {
        DossierModel.@Nullable Shown now = model.shownProperty().get();
        return now == null ? null : now.content();
    }

    private void savePdf() {
        Content chosen = chosen();
        if (chosen != null) {
            saving.pdf(chosen.line().dossier().id());
        }
    }

    private void saveZip() {
        Content chosen = chosen();
        if (chosen != null) {
            saving.zip(chosen.line().dossier().id());
        }
    }

    private boolean isNewestPaper(Receipt receipt) {
        return receipt.equals(newestPaper());
    }

    private boolean hasPaper() {
        return newestPaper() != null;
    }

    private void savePaper() {
        Receipt newest = newestPaper();
        if (newest != null) {
            saving.document(newest);
        }
    }

    private @Nullable Receipt newestPaper() {
        Content chosen = chosen();
        @Nullable Receipt newest = null;
        if (chosen != null) {
            for (Receipt one : chosen.line().receipts()) {
                newest = isKept(one) ? one : newest;
            }
        }
        return newest;
    }

    private String moment(Instant at) {
        ZoneOffset offset = at.atZone(kit.times().zone()).getOffset();
        String zone = offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId();
        return kit.times().moment(at, kit.clock().instant()) + " (" + zone + ")";
    }

    private static Label label(String id, String... styles) {
        Label label = DoorPanel.words("", styles);
        label.setId(id);
        label.setMinWidth(0);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
