package org.moderationdesk.items.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Times;
import org.moderationdesk.media.view.Player;

/** What is known around an item, in tabs that Alt and a number open. */
final class ItemTabs {
    private static final int MORE = 5;

    private final ItemModel model;
    private final Texts texts;
    private final TabPane tabs = new TabPane();
    private final StackPane pane = new StackPane();
    private final List<Tag> counts = new ArrayList<>();
    private final ReportsTab reports;
    private final AccountTab account;
    private final ThreadTab thread;
    private final DuplicatesTab duplicates;
    private final MoreTab more;

    ItemTabs(ItemModel model, ItemWords words, Times times, Background background, Player player) {
        this.model = model;
        this.texts = words.texts();
        reports = new ReportsTab(model, texts, times);
        account = new AccountTab(model, words, times);
        thread = new ThreadTab(model, texts, times, background);
        var evidence = new EvidenceTab(model, texts, player);
        duplicates = new DuplicatesTab(model, words);
        more = new MoreTab(model, texts, times, background);
        tabs.setId("item-tabs");
        tabs.setAccessibleText(texts.get("items.tabs.name"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .setAll(
                        tab("items.tab.reports", reports.node()),
                        tab("items.tab.account", account.node()),
                        tab("items.tab.thread", thread.node()),
                        tab("items.tab.evidence", evidence.node()),
                        tab("items.tab.duplicates", duplicates.node()),
                        tab("items.tab.more", more.node()));
        var hint = new KeyHint(texts.get("items.key.tabs"));
        StackPane.setAlignment(hint, Pos.TOP_RIGHT);
        hint.getStyleClass().add("tabs-hint");
        pane.getChildren().addAll(tabs, hint);
        pane.getStyleClass().add("item-tabs");
        pane.setMinSize(0, 0);
        model.shownProperty().subscribe(this::show);
        model.marks()
                .addListener((InvalidationListener) _ -> count(3, model.marks().size()));
    }

    Node node() {
        return pane;
    }

    void select(int index) {
        tabs.getSelectionModel().select(index);
        Node content = tabs.getTabs().get(index).getContent();
        Stream.of(".table-view", ".list-view")
                .flatMap(style -> content.lookupAll(style).stream())
                .findFirst()
                .ifPresent(ItemTabs::enter);
    }

    /** Puts the keyboard on the rows, on the first where none is chosen. */
    private static void enter(Node rows) {
        if (rows instanceof ListView<?> list && list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        rows.requestFocus();
    }

    /** Opens what the file that is shown says of itself, in its tab. */
    void openMetadata() {
        tabs.getSelectionModel().select(MORE);
        more.openMetadata();
    }

    /** Marks the comment that is chosen in the thread, if the keyboard is there. */
    boolean markInThread() {
        if (thread.hasFocus()) {
            thread.mark();
            return true;
        }
        return false;
    }

    private Tab tab(String key, Node content) {
        var count = Tag.count("");
        counts.add(count);
        var tab = new Tab(texts.get(key), content);
        tab.setId(key.replace('.', '-'));
        return tab;
    }

    private void count(int index, int number) {
        tell(index, Integer.toString(number), number > 0);
    }

    /** A tab measures its header anew only when its graphic is set or taken away. */
    private void tell(int index, String words, boolean shown) {
        counts.get(index).setText(words);
        tabs.getTabs().get(index).setGraphic(shown ? counts.get(index) : null);
    }

    private void show(@Nullable OpenItem open) {
        tabs.setVisible(open != null);
        tabs.getSelectionModel().select(0);
        if (open == null) {
            return;
        }
        reports.show(open);
        account.show(open);
        thread.show(open);
        duplicates.show(open);
        more.show(open);
        count(
                0,
                open.file().reportGroups().stream()
                        .mapToInt(group -> group.count())
                        .sum());
        int strikes = open.known().activeStrikes();
        tell(1, texts.get("items.tab.strikes." + Count.form(strikes), strikes), strikes > 0);
        count(2, open.file().item().thread().size());
        count(3, model.marks().size());
        count(4, open.file().duplicates().size());
    }
}
