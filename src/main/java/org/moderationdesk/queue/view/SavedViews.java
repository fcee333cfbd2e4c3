package org.moderationdesk.queue.view;

import java.util.ArrayList;
import java.util.List;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.Ordering;

/** Filters that a person keeps under a name; the settings topic {@value #TOPIC}. */
public record SavedViews(List<SavedView> views) {
    static final String TOPIC = "queue-views";

    public SavedViews {
        views = List.copyOf(views);
    }

    static SavedViews none() {
        return new SavedViews(List.of());
    }

    /** These and one more; one of the same name gives way. */
    SavedViews with(SavedView view) {
        var all = new ArrayList<SavedView>(without(view.name()).views);
        all.add(view);
        return new SavedViews(all);
    }

    SavedViews without(String name) {
        return new SavedViews(
                views.stream().filter(view -> !view.name().equals(name)).toList());
    }

    /**
     * A filter and an order under a name of the person's own. Words that were searched for are not kept: they may name
     * somebody who is erased one day, and no erasure reaches into the settings of each desk.
     */
    public record SavedView(String name, CaseFilter filter, Ordering ordering) {
        public SavedView {
            filter = filter.searching("");
        }
    }
}
