package org.moderationdesk.retention.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.ListBeside;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.retention.Hold;
import org.moderationdesk.retention.Retention;
import org.moderationdesk.retention.view.PreservedModel.Part;
import org.moderationdesk.retention.view.PreservedModel.Row;
import org.moderationdesk.staff.Person;

/** What is preserved by hand, report, dossier or order, with its end: extended, lifted, and destroyed on an order. */
public final class PreservedScreen implements Screen {
    private final PreservedModel model;
    private final Texts texts;
    private final PreservedWords words;
    private final Dialogs dialogs;
    private final PreservedList list;
    private final PreservedPage page;
    private final VBox root;
    private final Keys keys;
    private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(List.of());

    /**
     * What lies around the screen.
     *
     * @param onOrder goes to an order
     */
    public record Around(Dialogs dialogs, StatusLine status, Sizes sizes, Consumer<String> onOrder) {}

    public PreservedScreen(Retention retention, Person person, Kit kit, Around around) {
        model = new PreservedModel(retention, person, kit);
        texts = kit.texts();
        words = new PreservedWords(kit);
        dialogs = around.dialogs();
        list = new PreservedList(model, words, new PreservedList.Begin(this::hold, this::destroy));
        page = new PreservedPage(model, words, new PreservedPage.Acts(this::extend, this::lift, around.onOrder()));
        var width = new ListBeside.Width("preserved.list", 360, 280, 480);
        Node columns = new ListBeside(list.pane(), page, around.sizes(), width).node();
        VBox.setVgrow(columns, Priority.ALWAYS);
        root = new VBox(columns);
        root.setId("preserved");
        root.setFocusTraversable(true);
        root.setAccessibleText(texts.get("retention.held.list"));
        keys = new Keys(texts.get("retention.held.list"))
                .on("J", texts.get("retention.held.key.next"), () -> model.list()
                        .move(1))
                .on("K", texts.get("retention.held.key.previous"), () -> model.list()
                        .move(-1))
                .on("Shortcut+N", texts.get("retention.holds.place"), this::hold)
                .on("D", texts.get("retention.held.destroy"), this::destroy);
        page.keysTo(keys);
        for (Part part : Part.values()) {
            keys.on(PreservedList.key(part), texts.get("retention.held.part." + part), () -> model.show(part));
        }
        keys.on("F5", texts.get("retention.held.key.refresh"), model::refresh);
        keys.listenOn(root);
        model.onSaid(around.status()::say);
        model.list().selectedProperty().subscribe(this::tell);
    }

    /** Told when something was recorded here. */
    public void onChange(Runnable told) {
        model.onChange(told);
    }

    @Override
    public String title() {
        return texts.get("retention.held.list");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public ObservableValue<List<String>> path() {
        return path.getReadOnlyProperty();
    }

    @Override
    public List<Keys> keys() {
        return List.of(keys);
    }

    @Override
    public List<Node> panels() {
        return List.of(list.pane(), page);
    }

    @Override
    public void shown() {
        model.refresh();
        list.pane().focusList();
    }

    @Override
    public void changed() {
        model.refresh();
    }

    private void hold() {
        new HoldForm(texts, dialogs, model::hold).open();
    }

    private void extend(Row row) {
        Hold hold = row.hold();
        if (hold != null) {
            new ExtendForm(model, hold, dialogs)
                    .open(texts.get("retention.held.extend.of", words.subject(row.preserved())));
        }
    }

    private void lift(Row row) {
        Hold hold = row.hold();
        if (hold != null) {
            dialogs.confirm(
                    texts.get("retention.held.lift.of", words.subject(row.preserved())),
                    texts.get("retention.holds.lift.means"),
                    texts.get("retention.holds.lift"),
                    () -> model.lift(hold));
        }
    }

    /** What orders ask for is known once the store has answered. */
    private void destroy() {
        if (model.list().isThere()) {
            Row row = model.list().selectedProperty().get();
            new DestroyForm(model, dialogs)
                    .open(row == null ? "" : row.preserved().subjectId());
        } else {
            model.refresh();
        }
    }

    private void tell(@Nullable Row row) {
        path.set(row == null ? List.of() : List.of(words.subject(row.preserved())));
    }
}
