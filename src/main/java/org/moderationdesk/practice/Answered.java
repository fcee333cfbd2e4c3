package org.moderationdesk.practice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The answered items of a run with their answers and newest keys, as far as the store shows them to who asks. */
final class Answered {
    private static final int PAGE = 500;

    private final Handle handle;
    private final Run run;

    Answered(Handle handle, Run run) {
        this.handle = handle;
        this.run = run;
    }

    /** In the order of the run. What has been erased since is not among them. */
    List<Reviewed> all() {
        Map<String, AnswerKey> keys = KeyRows.shown(handle, run.id(), "");
        List<Reviewed> all = new ArrayList<>();
        int after = 0;
        for (List<AnswerRows.Place> page = AnswerRows.page(handle, run.id(), after, PAGE);
                !page.isEmpty();
                page = AnswerRows.page(handle, run.id(), after, PAGE)) {
            all.addAll(with(page, keys));
            after = page.getLast().place();
        }
        return all;
    }

    Optional<Reviewed> one(String item) {
        return AnswerRows.place(handle, run.id(), item)
                .map(place -> with(List.of(place), KeyRows.shown(handle, run.id(), item)))
                .flatMap(found -> found.stream().findFirst());
    }

    private List<Reviewed> with(List<AnswerRows.Place> page, Map<String, AnswerKey> keys) {
        // What has no key here was not answered: neither is its item read.
        List<String> ids = page.stream()
                .map(AnswerRows.Place::itemId)
                .filter(keys::containsKey)
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, PracticeItem> items = new HashMap<>();
        ItemRows.some(handle, run.setId(), run.version(), ids).forEach(item -> items.put(item.id(), item));
        Map<String, GivenAnswer> answers = AnswerRows.answers(handle, run.id(), ids);
        List<Reviewed> found = new ArrayList<>();
        for (String id : ids) {
            PracticeItem item = items.get(id);
            AnswerKey key = keys.get(id);
            if (item != null && key != null) {
                found.add(new Reviewed(item, key, answers.get(id)));
            }
        }
        return found;
    }
}
