package org.moderationdesk.authorities.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.authorities.AuthorityRefused;
import org.moderationdesk.authorities.Dossiers.Ask;
import org.moderationdesk.authorities.Dossiers.Content;
import org.moderationdesk.authorities.Dossiers.Preview;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.referrals.ReferralFile;
import org.moderationdesk.referrals.Standing;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;

/** The dossiers of the referral that is open, the one that is chosen of them, and the one that is being made. JavaFX thread only. */
final class DossierModel {
    private static final int LARGEST = 10 << 20;

    private final DossierDoors doors;
    private final Person person;
    private final Kit kit;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AuthorityRefused> against = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Runnable onChange = () -> {};
    private BiConsumer<String, String> onMissed = (_, _) -> {};
    private String referral = "";
    private String why = "";
    private boolean goesOut;
    private long asked;
    private long previewed;

    /**
     * What is shown.
     *
     * @param reason why it was referred; empty where nobody said
     * @param goesOut whether a dossier may be made of it now
     * @param chosen place among the dossiers; -1 while one is being made
     */
    record Shown(String referral, String reason, boolean goesOut, List<Content> dossiers, int chosen) {
        /** Null while one is being made. */
        @Nullable
        Content content() {
            return chosen < 0 ? null : dossiers.get(chosen);
        }

        boolean isMaking() {
            return chosen < 0 && goesOut;
        }
    }

    DossierModel(DossierDoors doors, Person person, Kit kit) {
        this.doors = doors;
        this.person = person;
        this.kit = kit;
    }

    /** Null while nothing is there. */
    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What would be in the one that is being made; null while that is not known. */
    ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** What is against making it as it was asked; null for nothing. */
    ReadOnlyObjectProperty<@Nullable AuthorityRefused> againstProperty() {
        return against.getReadOnlyProperty();
    }

    /** What did not work, in words; empty for nothing. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the store is at it. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Told when something was recorded. */
    void onChange(Runnable told) {
        onChange = told;
    }

    /** Told of what did not work of one that is shown no more: the referral's id, and why in words. */
    void onMissed(BiConsumer<String, String> told) {
        onMissed = told;
    }

    void show(ReferralFile file) {
        String id = file.referral().line().id();
        if (!id.equals(referral)) {
            leave();
            referral = id;
        }
        Standing standing = file.referral().standing();
        goesOut = standing == Standing.TO_DO || standing == Standing.DRAFT || standing == Standing.SENT;
        why = file.why();
        read(-1);
    }

    /** Asks the store anew for the one that is shown. */
    void again() {
        if (!referral.isEmpty()) {
            read(-1);
        }
    }

    void leave() {
        asked++;
        previewed++;
        referral = "";
        shown.set(null);
        preview.set(null);
        against.set(null);
        problem.set("");
    }

    private void read(int wanted) {
        long question = ++asked;
        String of = referral;
        kit.background()
                .run(
                        () -> doors.dossiers().ofReferral(person, of),
                        found -> {
                            if (question == asked) {
                                problem.set("");
                                put(new Shown(of, why, goesOut, found, chosen(found, wanted)));
                            }
                        },
                        failure -> {
                            if (question == asked) {
                                problem.set(words(failure));
                            }
                        });
    }

    /** The one that was chosen stays so; the newest is, where none was. */
    private int chosen(List<Content> found, int wanted) {
        Shown now = shown.get();
        boolean same = now != null && now.dossiers().size() == found.size();
        return wanted >= 0 ? wanted : same && now != null ? now.chosen() : found.size() - 1;
    }

    private void put(Shown now) {
        shown.set(now);
        if (now.isMaking() && preview.get() == null) {
            preview(new Ask(null, null, now.reason()));
        }
    }

    void choose(int place) {
        Shown now = shown.get();
        if (now != null && place < now.dossiers().size()) {
            problem.set("");
            shown.set(new Shown(now.referral(), now.reason(), now.goesOut(), now.dossiers(), place));
        }
    }

    boolean mayMakeAnother() {
        Shown now = shown.get();
        return now != null && now.goesOut() && now.chosen() >= 0;
    }

    /** Begins one for somebody else. */
    void another() {
        if (mayMakeAnother()) {
            choose(-1);
            Shown now = shown.get();
            preview.set(null);
            preview(new Ask(null, null, now == null ? null : now.reason()));
        }
    }

    /** Asks what would be in it. */
    void preview(Ask ask) {
        long question = ++previewed;
        String of = referral;
        kit.background()
                .run(
                        () -> doors.dossiers()
                                .preview(person, of, ask, doors.own().get(), kit.texts()),
                        found -> {
                            if (question == previewed) {
                                against.set(null);
                                problem.set("");
                                preview.set(found);
                            }
                        },
                        failure -> {
                            if (question == previewed) {
                                refused(failure);
                            }
                        });
    }

    private void refused(Exception failure) {
        if (failure instanceof AuthorityRefused refused) {
            against.set(refused);
        } else {
            problem.set(words(failure));
        }
    }

    /** @param onRefused told when it cannot be made as it was asked */
    void make(Ask ask, Runnable onRefused) {
        Shown now = shown.get();
        if (now != null && now.isMaking()) {
            act(
                    () -> doors.dossiers()
                            .make(person, now.referral(), ask, doors.own().get(), kit.texts()),
                    _ -> {
                        against.set(null);
                        read(now.dossiers().size());
                    },
                    failure -> {
                        refused(failure);
                        onRefused.run();
                    });
        }
    }

    /**
     * Enters the receipt of the one that is chosen, or what was answered since.
     *
     * @param document what they wrote; null without
     * @param onFailed told why it was not taken
     */
    void enter(Instant at, String reference, @Nullable Path document, Consumer<Exception> onFailed) {
        Shown now = shown.get();
        Content content = now == null ? null : now.content();
        if (now == null || content == null) {
            return;
        }
        String id = content.line().dossier().id();
        boolean sent = content.line().isSent();
        act(
                () -> {
                    byte @Nullable [] papers = document == null ? null : bytes(document);
                    return sent
                            ? doors.dossiers().answer(person, id, at, reference, papers)
                            : doors.dossiers().receipt(person, id, at, reference, papers);
                },
                _ -> read(now.chosen()),
                onFailed);
    }

    /** One byte more than a document may have is enough to see that it has too many. */
    private static byte[] bytes(Path document) throws UnreadableDocument {
        try (InputStream file = Files.newInputStream(document)) {
            return file.readNBytes(LARGEST + 1);
        } catch (IOException unreadable) {
            throw new UnreadableDocument(unreadable);
        }
    }

    private <T> void act(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set("");
        String of = referral;
        kit.background()
                .run(
                        work,
                        answer -> {
                            busy.set(false);
                            if (of.equals(referral)) {
                                onDone.accept(answer);
                            }
                            onChange.run();
                        },
                        failure -> {
                            busy.set(false);
                            if (of.equals(referral)) {
                                onFailed.accept(failure);
                            } else {
                                onMissed.accept(of, words(failure));
                            }
                        });
    }

    void say(Exception failure) {
        problem.set(words(failure));
    }

    private String words(Exception failure) {
        return switch (failure) {
            case AuthorityRefused refused -> refused.words(kit.texts());
            case RightRefused refused -> refused.words(kit.texts());
            case UnreadableDocument _ -> kit.texts().get("authorities.view.document.unread");
            default -> kit.texts().get("authorities.view.failed");
        };
    }

    /** A document that could not be read where it lies. */
    static final class UnreadableDocument extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableDocument(IOException cause) {
            super(cause);
        }
    }
}
