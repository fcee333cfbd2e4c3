package org.moderationdesk.practice.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
        var adding = new AddItems(model, words, dialogs, files.choice());
        card = new SetCard(model, words, dialogs, status, new SetCard.Ways(adding, files.written()));
        tests = new HiddenModel(home);
        hidden = new HiddenPane(tests, words, dialogs, status);
    }

    KeyPane editor() {
        return editor;
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
