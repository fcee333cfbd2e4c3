package org.moderationdesk.referrals.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.referrals.FilingRefused;
import org.moderationdesk.referrals.IncidentPlaces;
import org.moderationdesk.referrals.ReportDrafts;
import org.moderationdesk.referrals.ReportDrafts.Content;
import org.moderationdesk.referrals.ReportDrafts.ContentFile;
import org.moderationdesk.referrals.ReportDrafts.Prepared;
import org.moderationdesk.referrals.ncmec.Batch;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fault;
import org.moderationdesk.referrals.ncmec.Fields;
import org.moderationdesk.referrals.ncmec.Outline;
import org.moderationdesk.referrals.ncmec.Rule;
import org.moderationdesk.staff.Person;

/**
 * The report to NCMEC that is on the form: its fields by their paths, its faults, and its draft. Files are counted from 1
 * over all of them, sent or not, as {@code fileDetails[2]}. JavaFX thread only.
 */
final class ReportForm {
    private static final Pattern FILE = Pattern.compile("fileDetails\\[(\\d+)](.*)");

    private final ReportDrafts drafts;
    private final Fields fields;
    private final IncidentPlaces places;
    private final Batch batch;
    private final Person person;
    private final Kit kit;
    private final RemovedCards removed;
    private final ReadOnlyObjectWrapper<Loaded> loaded = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Fault>> faults = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Runnable onSaved = () -> {};
    private Content content = new Content(NOTHING, List.of());
    private IncidentPlaces.Known known = IncidentPlaces.Known.none();
    private Content unbatched = new Content(NOTHING, List.of());
    private final Map<String, Unsaved> unsaved = new HashMap<>();
    private BiConsumer<String, String> onMissed = (_, _) -> {};
    private long asked;
    private long visit;

    private static final Element NOTHING = new Element("report", Map.of(), List.of(), "");

    /**
     * What was read or saved last; another one where the form is to be laid out anew.
     *
     * @param savedAt null where it never was
     */
    record Loaded(
            String referral,
            boolean editable,
            int revision,
            String savedBy,
            @Nullable Instant savedAt,
            int layout) {}

    /** What could not be saved once it was on the form no more, and why in words. */
    private record Unsaved(Content content, int revision, String why) {}

    ReportForm(ReportDrafts drafts, Person person, Kit kit) {
        this.drafts = drafts;
        this.fields = drafts.fields();
        this.places = new IncidentPlaces(fields);
        this.batch = new Batch(fields);
        this.removed = new RemovedCards(fields);
        this.person = person;
        this.kit = kit;
    }

    /** Null while there is none. */
    ReadOnlyObjectProperty<Loaded> loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** What keeps it from being filed as it stands. */
    ReadOnlyObjectProperty<List<Fault>> faultsProperty() {
        return faults.getReadOnlyProperty();
    }

    /** Whether something is not saved. */
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Why it could not be read or saved, in words; empty for nothing. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Told when a draft was saved. */
    void onSaved(Runnable told) {
        onSaved = told;
    }

    /** Told of a draft that could not be saved once it was on the form no more: its referral, and why in words. */
    void onMissed(BiConsumer<String, String> told) {
        onMissed = told;
    }

    /**
     * Shows the report of a referral; what somebody is writing on the form stays.
     *
     * @param editable whether it can still be changed
     */
    void show(String referral, boolean editable) {
        Loaded now = loaded.get();
        boolean same = now != null && now.referral().equals(referral);
        if (!same) {
            leave();
        } else if (changed.get()) {
            return;
        }
        long question = ++asked;
        kit.background()
                .run(
                        () -> drafts.prepare(person, referral),
                        prepared -> {
                            if (question == asked) {
                                put(referral, editable, prepared);
                            }
                        },
                        failure -> {
                            if (question == asked) {
                                problem.set(words(failure));
                            }
                        });
    }

    private void put(String referral, boolean editable, Prepared prepared) {
        if (changed.get()) {
            return;
        }
        Loaded now = loaded.get();
        Unsaved kept = editable ? unsaved.remove(referral) : null;
        boolean same = now != null
                && kept == null
                && now.referral().equals(referral)
                && now.editable() == editable
                && prepared.content().equals(content);
        problem.set("");
        if (!same) {
            removed.forget();
        }
        content = kept == null ? prepared.content() : kept.content();
        known = prepared.known();
        check();
        int layout = now == null ? 0 : same ? now.layout() : now.layout() + 1;
        int revision = kept == null ? prepared.revision() : kept.revision();
        loaded.set(new Loaded(referral, editable, revision, prepared.savedBy(), prepared.savedAt(), layout));
        if (kept != null) {
            changed.set(true);
            problem.set(kept.why());
        }
    }

    /** Shows none any more; what is not saved is saved. */
    void leave() {
        if (changed.get()) {
            save();
        }
        asked++;
        visit++;
        changed.set(false);
        problem.set("");
        faults.set(List.of());
        content = new Content(NOTHING, List.of());
        known = IncidentPlaces.Known.none();
        unbatched = new Content(NOTHING, List.of());
        removed.forget();
        loaded.set(null);
    }

    List<ContentFile> files() {
        return content.files();
    }

    String text(String path) {
        Matcher file = FILE.matcher(path);
        return file.matches()
                ? fields.text(content.files().get(index(file)).details(), "fileDetails" + file.group(2))
                : fields.text(content.report(), path);
    }

    boolean has(String path) {
        Matcher file = FILE.matcher(path);
        return file.matches()
                ? fields.has(content.files().get(index(file)).details(), "fileDetails" + file.group(2))
                : fields.has(content.report(), path);
    }

    List<String> texts(String path) {
        return fields.texts(content.report(), path);
    }

    int count(String path) {
        return fields.count(content.report(), path);
    }

    void set(String path, String text) {
        change(path, (document, field) -> fields.with(document, field, text));
    }

    void set(String path, List<String> texts) {
        change(path, (document, field) -> fields.with(document, field, texts));
    }

    void flag(String path, boolean there) {
        change(path, (document, field) -> fields.flagged(document, field, there));
    }

    /** Adds another of what may stand several times. */
    void add(String path) {
        if (isEditable()) {
            change(path, (document, field) -> fields.added(document, field));
            layOutAnew();
        }
    }

    /** Adds what may be there, with what it begins with; the form is laid out anew. */
    void begin(String path, Map<String, String> texts) {
        if (isEditable()) {
            change(path, (document, field) -> fields.flagged(document, field, true));
            texts.forEach(this::set);
            layOutAnew();
        }
    }

    /** The kinds of places where something can happen, by NCMEC's own names. */
    List<String> kinds() {
        return places.kinds();
    }

    /** Of which kind the place with this number is; empty for none. */
    String kind(int number) {
        return places.kind(content.report(), number);
    }

    /** Makes the place with this number one of this kind, or adds it, filled in with what is known. */
    void place(int number, String kind) {
        if (isEditable()) {
            if (number <= count("report/internetDetails")) {
                removed.forget();
            }
            put(new Content(places.of(content.report(), number, kind, known), content.files()));
            layOutAnew();
        }
    }

    Outline outline() {
        return fields.outline();
    }

    /** Makes it one of the batched mode, without what has no place there; that is put back where it is made none again. */
    void batch(boolean batched) {
        if (!isEditable()) {
            return;
        }
        removed.forget();
        Content before = unbatched;
        if (batched) {
            unbatched = content;
        }
        List<ContentFile> files = new ArrayList<>();
        for (int i = 0; i < content.files().size(); i++) {
            ContentFile one = content.files().get(i);
            files.add(one.with(
                    batched
                            ? batch.ofFile(one.details())
                            : i < before.files().size()
                                    ? batch.undoneFile(
                                            one.details(), before.files().get(i).details())
                                    : one.details()));
        }
        put(new Content(batched ? batch.of(content.report()) : batch.undone(content.report(), before.report()), files));
        layOutAnew();
    }

    /** Whether it is of the batched mode and holds nothing that has no place there. */
    boolean isBatch() {
        return has("report/batchedReport")
                && faults.get().stream().noneMatch(fault -> fault.rule() == Rule.NOT_IN_BATCH);
    }

    /** Takes a card away; {@link #putBack} can follow. */
    void remove(String path, String name) {
        if (isEditable()) {
            removed.keep(content.report(), path, name);
            change(path, (document, field) -> fields.flagged(document, field, false));
            layOutAnew();
        }
    }

    /** The cards that were taken away. */
    RemovedCards removed() {
        return removed;
    }

    /** The card that {@link #putBack} would put back; empty for none. */
    Optional<RemovedCards.Card> toPutBack() {
        return isEditable() ? removed.fitting(content.report()) : Optional.empty();
    }

    /** Puts the card back that was taken away last. */
    void putBack() {
        toPutBack().ifPresent(card -> {
            put(new Content(removed.putBack(content.report(), card), content.files()));
            layOutAnew();
        });
    }

    /** @param number of the file, from 1 */
    void send(int number, boolean sent) {
        change(files -> {
            List<ContentFile> others = new ArrayList<>(files);
            others.set(number - 1, files.get(number - 1).sent(sent));
            return others;
        });
    }

    void save() {
        save(() -> {});
    }

    /** @param then done once all is saved, and not where it could not be */
    void save(Runnable then) {
        Loaded now = loaded.get();
        if (now == null || !now.editable()) {
            return;
        }
        if (!changed.get()) {
            then.run();
            return;
        }
        Content saved = content;
        long during = visit;
        kit.background()
                .run(
                        () -> drafts.save(person, now.referral(), saved, now.revision()),
                        revision -> {
                            if (during == visit) {
                                saved(saved, revision);
                            }
                            onSaved.run();
                            if (during == visit && !changed.get()) {
                                then.run();
                            }
                        },
                        failure -> {
                            if (during == visit) {
                                problem.set(words(failure));
                            } else {
                                missed(now, saved, words(failure));
                            }
                        });
    }

    /** Keeps it until its report is on the form again, and shows it at once where it is. */
    private void missed(Loaded of, Content content, String why) {
        unsaved.put(of.referral(), new Unsaved(content, of.revision(), why));
        onMissed.accept(of.referral(), why);
        Loaded now = loaded.get();
        if (now != null && now.referral().equals(of.referral())) {
            show(now.referral(), now.editable());
        }
    }

    private void saved(Content saved, int revision) {
        problem.set("");
        changed.set(!saved.equals(content));
        Loaded now = loaded.get();
        loaded.set(new Loaded(
                now.referral(),
                now.editable(),
                revision,
                person.name(),
                kit.clock().instant(),
                now.layout()));
    }

    /** Throws away what was written since it was saved last. */
    void discard() {
        Loaded now = loaded.get();
        if (now != null) {
            changed.set(false);
            show(now.referral(), now.editable());
        }
    }

    boolean isEditable() {
        Loaded now = loaded.get();
        return now != null && now.editable();
    }

    private void layOutAnew() {
        Loaded now = loaded.get();
        loaded.set(new Loaded(
                now.referral(), now.editable(), now.revision(), now.savedBy(), now.savedAt(), now.layout() + 1));
    }

    /** A change of one document. */
    private interface Change {
        Element of(Element document, String field);
    }

    private void change(String path, Change change) {
        Matcher file = FILE.matcher(path);
        if (file.matches()) {
            int index = index(file);
            change(files -> {
                List<ContentFile> others = new ArrayList<>(files);
                ContentFile one = files.get(index);
                others.set(index, one.with(change.of(one.details(), "fileDetails" + file.group(2))));
                return others;
            });
        } else {
            put(new Content(change.of(content.report(), path), content.files()));
        }
    }

    private void change(UnaryOperator<List<ContentFile>> change) {
        put(new Content(content.report(), change.apply(content.files())));
    }

    private void put(Content other) {
        if (isEditable() && !other.equals(content)) {
            content = other;
            changed.set(true);
            check();
        }
    }

    private void check() {
        List<Integer> sent = new ArrayList<>();
        for (int i = 0; i < content.files().size(); i++) {
            if (content.files().get(i).sent()) {
                sent.add(i + 1);
            }
        }
        faults.set(drafts.check(content).stream()
                .map(fault -> {
                    Matcher file = FILE.matcher(fault.path());
                    return file.matches()
                            ? new Fault(
                                    "fileDetails[" + sent.get(index(file)) + "]" + file.group(2),
                                    fault.rule(),
                                    fault.values())
                            : fault;
                })
                .toList());
    }

    private static int index(Matcher file) {
        return Integer.parseInt(file.group(1)) - 1;
    }

    private String words(Exception failure) {
        return kit.texts()
                .get(
                        failure instanceof FilingRefused refused
                                ? "referrals.refused." + refused.why()
                                : "referrals.form.failed");
    }
}
