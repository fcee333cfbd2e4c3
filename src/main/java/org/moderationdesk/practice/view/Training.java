package org.moderationdesk.practice.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.practice.Run;

/** What of the screen only who trains has. */
final class Training {
    private final TrainerModel model;
    private final PracticeWords words;
    private final Dialogs dialogs;
    private final KeyPane editor;
    private final PickPane preview;
    private final SetCard card;
    private final HiddenModel tests;
    private final HiddenPane hidden;
    private @Nullable TrainerTabs tabs;

    /** What comes out of files, and what goes into them. */
    record Files(FileChoice choice, PracticeFiles written) {}

    Training(
            PracticeModel home,
            PracticeWords words,
            Dialogs dialogs,
            StatusLine status,
            Files files,
            Consumer<ClauseCode> onGuidelines) {
        this.words = words;
        this.dialogs = dialogs;
        model = new TrainerModel(home);
        editor = new KeyPane(model, words, dialogs, onGuidelines);
        preview = new PickPane(model, words, status);
        var picking = new PickForm(model, words, dialogs, preview);
        var adding = new AddItems(model, words, dialogs, files.choice(), picking);
        card = new SetCard(model, words, dialogs, status, new SetCard.Ways(adding, files.written()));
        tests = new HiddenModel(home);
        hidden = new HiddenPane(tests, words, dialogs, status);
    }

    KeyPane editor() {
        return editor;
    }

    /** A pane that lies over the sets while it is open. */
    record Over(
            Node node,
            ReadOnlyBooleanProperty open,
            Supplier<List<Keys>> keys,
            Supplier<List<Node>> panels,
            Runnable focus) {}

    /** A key that is written, copies that are looked at before they are kept, and hidden tests: the first that is open is seen. */
    List<Over> over() {
        return List.of(
                new Over(editor, editor.openProperty(), editor::keys, editor::panels, editor::focus),
                new Over(preview, preview.openProperty(), preview::keys, preview::panels, preview::requestFocus),
                new Over(hidden, hidden.openProperty(), () -> List.of(hidden.keys()), hidden::panels, hidden::focus));
    }

    /** What is uncovered is covered. */
    void cover() {
        editor.cover();
        preview.cover();
    }

    /** Told when a look has been counted. */
    void onLook(Runnable told) {
        editor.onLook(told);
        preview.onLook(told);
    }

    /** Hidden tests among the cases. */
    HiddenPane hidden() {
        return hidden;
    }

    /** Asks anew for what is seen here and of no set. */
    void refresh() {
        tests.refresh();
    }

    SetCard card() {
        return card;
    }

    /** @param onResult opens the result of a run */
    TrainerTabs tabs(Consumer<Run> onResult) {
        var made = new TrainerTabs(model, words, dialogs, editor, onResult);
        tabs = made;
        return made;
    }

    List<Keys> keys() {
        List<Keys> all = new ArrayList<>(List.of(card.keys()));
        if (tabs != null) {
            all.add(tabs.keys());
        }
        return all;
    }

    /** Shows what is questioned. */
    void questions() {
        if (tabs != null) {
            tabs.questions();
        }
    }

    /** Begins a new set. */
    void begin() {
        new SetForm(model, words, dialogs, null).open();
    }
}
