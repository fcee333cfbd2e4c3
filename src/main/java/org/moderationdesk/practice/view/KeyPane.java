package org.moderationdesk.practice.view;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.view.ApartWords;
import org.moderationdesk.decisions.view.DecisionActs;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.StoreForm;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.media.Look;
import org.moderationdesk.practice.AnswerKey;
import org.moderationdesk.practice.Changes;
import org.moderationdesk.practice.Difficulty;
import org.moderationdesk.practice.Dispute;
import org.moderationdesk.practice.Field;
import org.moderationdesk.practice.PracticeItem;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.Told;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.view.ApartCase;
import org.moderationdesk.review.view.ApartPane;

/** The key of an item is written on the decision panel itself: what is answered there becomes what is right. */
final class KeyPane extends VBox implements DecisionActs {
    private final TrainerModel model;
    private final PracticeWords words;
    private final Dialogs dialogs;
    private final ApartCase apart;
    private final ApartPane pane;
    private final Label which = Shown.label("", "size-12", "strong");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final Keys keys;
    private Runnable onLook = () -> {};
    private @Nullable Editing editing;

    /**
     * What is being written.
     *
     * @param before the key so far; null where there is none
     * @param ruling the question that it answers; null for none
     */
    private record Editing(
            PracticeSet set,
            PracticeItem item,
            @Nullable AnswerKey before,
            @Nullable Dispute ruling) {
        /** What is changed of it. */
        AnswerKey begun(Proposal first, Set<Field> all) {
            AnswerKey was = before;
            return was == null
                    ? new AnswerKey(
                            List.of(first), all, Told.nothing(), Told.nothing(), Difficulty.MEDIUM, null, List.of())
                    : was;
        }
    }

    KeyPane(TrainerModel model, PracticeWords words, Dialogs dialogs, Consumer<ClauseCode> onGuidelines) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        apart = new ApartCase(model.home().doors().means(), words.kit(), this::looked);
        apart.item().untimed();
        var said = new ApartWords(
                words.get("practice.edit-key.submit"),
                words.get("practice.edit-key.leave"),
                words.get("practice.edit-key.consequence"));
        pane = new ApartPane(apart, words.kit(), new ApartPane.Acts(this, said), onGuidelines);
        VBox.setVgrow(pane, Priority.ALWAYS);
        getChildren().addAll(head(), pane);
        setId("practice-edit-key");
        getStyleClass().add("practice-run");
        keys = new Keys(words.get("practice.edit-key")).on("Alt+Left", words.get("practice.back"), this::close);
        keys.listenOn(this);
    }

    private Node head() {
        var mark = new Tag(words.get("practice.edit-key.mark"), Tone.DONE);
        mark.setGraphic(Icons.small(Icon.EDIT));
        var row = new HBox(
                mark,
                which,
                Shown.label(words.get("practice.edit-key.sentence"), "size-12", "muted"),
                Shown.gap(),
                KeyButton.of("practice-key-back", words.get("practice.back"), "Alt+Left", this::close));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("gap-8", "practice-mark");
        return row;
    }

    /** Whether a key is being written. */
    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    List<Keys> keys() {
        List<Keys> all = new ArrayList<>(List.of(keys));
        all.addAll(pane.keys());
        return all;
    }

    List<Node> panels() {
        return pane.panels();
    }

    /** Told when a look has been counted. */
    void onLook(Runnable told) {
        onLook = told;
    }

    void focus() {
        pane.focus();
    }

    void cover() {
        apart.coverAll();
    }

    /** To be called every second while it is seen. */
    void tick() {
        pane.tick();
    }

    /** @param ruling the question that the new key answers; null for none */
    void open(PracticeItem item, @Nullable Dispute ruling) {
        PracticeSet set = model.set();
        if (set == null) {
            return;
        }
        PracticeModel home = model.home();
        int version = set.newest().version();
        home.read(
                () -> home.doors().viewing().ofSet(home.person(), set.id(), version, item.id()),
                laid -> lay(laid, new Editing(set, item, key(item), ruling)));
    }

    private @Nullable AnswerKey key(PracticeItem item) {
        TrainerModel.Desk desk = model.deskProperty().get();
        return desk == null ? null : desk.key(item.id()).orElse(null);
    }

    private void lay(Opened laid, Editing now) {
        editing = now;
        which.setText(words.title(now.item()));
        AnswerKey before = now.before();
        apart.show(laid, before == null ? Proposal.empty(now.item().id()) : before.first(), laid.facts());
        open.set(true);
        pane.shown();
        pane.focus();
    }

    void close() {
        apart.leave();
        pane.hidden();
        editing = null;
        open.set(false);
    }

    /** What is answered on the panel becomes the key; the rest of it is asked then. */
    @Override
    public void submit(boolean next) {
        Editing now = editing;
        Proposal first = apart.proposalProperty().get();
        if (now == null || first == null) {
            return;
        }
        apart.coverAll();
        var form = new KeyForm(words, now.item(), now.begun(first, EnumSet.allOf(Field.class)), first);
        var why = new TwoTongues("practice-why", words.get("practice.form.why"), 2, Told.nothing(), words);
        form.below(why);
        Shown.put(why, model.isPublished() && now.ruling() == null);
        var ruling = new RulingField(words);
        form.below(ruling);
        Shown.put(ruling, now.ruling() != null);
        new StoreForm(dialogs, form)
                .open(words.get("practice.edit-key"), words.get("practice.form.save"), (done, refused) -> {
                    AnswerKey key = form.key(model.home().person().name());
                    if (now.ruling() == null) {
                        model.change(
                                Changes.ofKey(now.item().id(), form.title(), key),
                                why.told(),
                                () -> saved(done),
                                refused);
                    } else {
                        rule(now.ruling(), key, ruling.said(), () -> saved(done), refused);
                    }
                });
    }

    private void rule(Dispute about, AnswerKey key, String said, Runnable onDone, Consumer<String> onRefused) {
        PracticeModel home = model.home();
        model.act(
                () -> home.doors().disputes().change(home.person(), about.id(), key, said),
                _ -> onDone.run(),
                onRefused);
    }

    private void saved(Runnable done) {
        close();
        done.run();
    }

    @Override
    public void skip() {
        close();
    }

    @Override
    public void undo() {}

    @Override
    public void next() {}

    private void looked(Opened laid, Look look) {
        PracticeModel home = model.home();
        var from = words.kit().clock().instant().minusMillis(look.millis());
        home.read(
                () -> {
                    home.doors().viewing().looked(home.person(), laid, look, from);
                    return true;
                },
                _ -> onLook.run());
    }
}
