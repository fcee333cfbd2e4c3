package org.moderationdesk.practice.view;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.fx.FittingRow;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.practice.PickedCopy;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.Reviewed;

/** Copies of decided cases as trainees would see them, one by one, before any is kept: each to be kept or left out. */
final class PickPane extends VBox {
    private final TrainerModel model;
    private final PracticeWords words;
    private final StatusLine status;
    private final ItemBeside beside;
    private final Label where = Shown.whole("", "size-12", "strong");
    private final Tag kept = new Tag("");
    private final Label problem = Shown.wrapped("", "field-problem");
    private final Button put;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final Keys keys;
    private final Set<String> keeping = new HashSet<>();
    private String setId = "";
    private List<PickedCopy> copies = List.of();
    private int at;

    PickPane(TrainerModel model, PracticeWords words, StatusLine status) {
        this.model = model;
        this.words = words;
        this.status = status;
        beside = new ItemBeside(model.home(), words);
        put = KeyButton.of("practice-preview-put", "", "Shortcut+Enter", this::put);
        put.getStyleClass().add("accent");
        VBox.setVgrow(beside, Priority.ALWAYS);
        getChildren().addAll(head(), problem, beside);
        Shown.put(problem, false);
        setId("practice-preview");
        setFocusTraversable(true);
        setAccessibleText(words.get("practice.preview.title"));
        keys = new Keys(words.get("practice.preview.title"))
                .on("J", words.get("practice.told.after"), () -> move(1))
                .on("K", words.get("practice.told.before"), () -> move(-1))
                .on("G", words.get("practice.preview.keep"), () -> keep(true))
                .on("Delete", words.get("practice.preview.leave"), () -> keep(false))
                .on("Shortcut+Enter", words.get("practice.preview.put.key"), this::put, () -> !put.isDisabled())
                .on("Alt+Left", words.get("practice.preview.none"), this::close);
        keys.listenOn(this);
        beside.in(this);
    }

    private Node head() {
        var mark = new Tag(words.get("practice.preview.mark"), Tone.DONE);
        mark.setGraphic(Icons.small(Icon.PRACTICE));
        mark.setMinWidth(USE_PREF_SIZE);
        kept.setId("practice-preview-kept");
        kept.setMinWidth(USE_PREF_SIZE);
        Label sentence = Shown.label(words.get("practice.preview.sentence"), "size-12", "muted");
        var row = new FittingRow();
        row.getChildren()
                .addAll(
                        mark,
                        where,
                        kept,
                        sentence,
                        Shown.gap(),
                        KeyButton.of(
                                "practice-preview-keep", words.get("practice.preview.keep"), "G", () -> keep(true)),
                        KeyButton.of(
                                "practice-preview-leave",
                                words.get("practice.preview.leave"),
                                "Delete",
                                () -> keep(false)),
                        put,
                        KeyButton.of(
                                "practice-preview-none", words.get("practice.preview.none"), "Alt+Left", this::close));
        row.dispensable(List.of(FittingRow.part(sentence)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("gap-8", "practice-mark");
        return row;
    }

    /** Whether copies are looked at. */
    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    List<Keys> keys() {
        return List.of(keys, beside.keys());
    }

    List<Node> panels() {
        return beside.panels();
    }

    /** Told when a look has been counted. */
    void onLook(Runnable told) {
        beside.onLook(told);
    }

    /** Makes copies of these decisions, and shows them. */
    void open(PracticeSet set, List<String> decided, Runnable onDone) {
        PracticeModel home = model.home();
        home.read(
                () -> home.doors()
                        .picks()
                        .picking()
                        .preview(home.person(), set.id(), decided, words.texts().language()),
                found -> {
                    onDone.run();
                    show(set, found);
                },
                onDone);
    }

    private void show(PracticeSet set, List<PickedCopy> found) {
        setId = set.id();
        copies = found;
        keeping.clear();
        at = 0;
        lay();
        open.set(true);
        requestFocus();
    }

    private void move(int by) {
        int next = Math.clamp(at + by, 0, Math.max(0, copies.size() - 1));
        if (next != at) {
            at = next;
            lay();
        }
    }

    /** What is kept has been seen: only what lies here can be. */
    private void keep(boolean wanted) {
        String id = copies.get(at).decisionId();
        if (wanted) {
            keeping.add(id);
        } else {
            keeping.remove(id);
        }
        tell();
        move(1);
    }

    private void lay() {
        Shown.put(problem, false);
        PickedCopy one = copies.get(at);
        beside.show(one.opened(), List.of(), new KeyCard(new Reviewed(one.item(), one.key(), null), false, words));
        tell();
    }

    private void tell() {
        where.setText(words.get("practice.told.of", at + 1, copies.size()));
        boolean keeps = keeping.contains(copies.get(at).decisionId());
        kept.setText(words.get(keeps ? "practice.preview.kept" : "practice.preview.left"));
        put.setText(words.get("practice.preview.put", keeping.size()));
        put.setDisable(keeping.isEmpty());
    }

    /** Only now is anything kept. */
    private void put() {
        if (put.isDisabled()) {
            return;
        }
        put.setDisable(true);
        String set = setId;
        List<String> chosen = copies.stream()
                .map(PickedCopy::decisionId)
                .filter(keeping::contains)
                .toList();
        PracticeModel home = model.home();
        model.act(
                () -> home.doors()
                        .picks()
                        .picking()
                        .pick(home.person(), set, chosen, words.texts().language()),
                _ -> {
                    close();
                    status.say(words.get("practice.preview.done", chosen.size()));
                },
                why -> {
                    put.setDisable(false);
                    problem.setText(why);
                    Shown.put(problem, true);
                });
    }

    void close() {
        beside.close();
        copies = List.of();
        keeping.clear();
        open.set(false);
    }

    void cover() {
        beside.cover();
    }
}
