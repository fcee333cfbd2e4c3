package org.moderationdesk.audit.view;

import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.audit.LogView;
import org.moderationdesk.audit.StoredLogViews;
import org.moderationdesk.base.Ids;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.staff.Person;

/** The views that somebody has kept or is offered. JavaFX thread only. */
final class ViewsModel {
    private final StoredLogViews stored;
    private final Person person;
    private final Kit kit;
    private final LogModel log;
    private final Consumer<String> say;
    private final ObservableList<LogView> views = FXCollections.observableArrayList();
    private @Nullable Runnable undo;

    ViewsModel(StoredLogViews stored, Person person, Kit kit, LogModel log, Consumer<String> say) {
        this.stored = stored;
        this.person = person;
        this.kit = kit;
        this.log = log;
        this.say = say;
    }

    /** By name. */
    ObservableList<LogView> views() {
        return views;
    }

    boolean mayShare() {
        return StoredLogViews.mayShare(person);
    }

    boolean isOwn(LogView view) {
        return view.owner().equals(person.name());
    }

    boolean canUndo() {
        return undo != null;
    }

    void read() {
        kit.background().run(() -> stored.of(person), views::setAll, _ -> {});
    }

    void show(LogView view) {
        log.show(view.filter(), new LogLook(view.columns(), view.order()));
    }

    /** Keeps what is asked for now under a name. */
    void keep(String name) {
        LogLook look = log.lookProperty().get();
        var view = new LogView(
                Ids.next(kit.clock().instant()),
                person.name(),
                name.strip(),
                false,
                log.filterProperty().get(),
                look.order(),
                look.columns());
        write(view, kit.texts().get("audit.view.kept", view.name()), () -> forgetAgain(view));
    }

    void rename(LogView view, String name) {
        LogView other = view.named(name);
        write(other, kit.texts().get("audit.view.renamed", other.name()), () -> restore(view));
    }

    void share(LogView view, boolean shared) {
        String key = shared ? "audit.view.shared" : "audit.view.unshared";
        write(view.sharedWith(shared), kit.texts().get(key, view.name()), () -> restore(view));
    }

    void forget(LogView view) {
        change(
                () -> stored.forget(person, view),
                kit.texts().get("audit.view.forgotten", view.name()),
                () -> restore(view));
    }

    /** Takes the last change of a view back. */
    void undo() {
        Runnable last = undo;
        undo = null;
        if (last != null) {
            last.run();
        }
    }

    private void forgetAgain(LogView view) {
        change(() -> stored.forget(person, view), kit.texts().get("audit.view.undone"), null);
    }

    private void restore(LogView view) {
        write(view, kit.texts().get("audit.view.undone"), null);
    }

    private void write(LogView view, String said, @Nullable Runnable back) {
        change(() -> stored.keep(person, view), said, back);
    }

    private void change(Runnable work, String said, @Nullable Runnable back) {
        kit.background()
                .run(
                        () -> {
                            work.run();
                            return stored.of(person);
                        },
                        all -> {
                            views.setAll(all);
                            undo = back;
                            say.accept(back == null ? said : kit.texts().get("audit.view.undo", said));
                        },
                        _ -> say.accept(kit.texts().get("audit.view.failed")));
    }
}
