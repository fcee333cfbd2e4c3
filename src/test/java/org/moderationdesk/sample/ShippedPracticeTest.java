package org.moderationdesk.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.Progress;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.DecodeLimits;
import org.moderationdesk.media.decode.Decoder;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.Size;
import org.moderationdesk.media.decode.WorkerLaunch;
import org.moderationdesk.practice.PracticeDesk;
import org.moderationdesk.practice.PracticeItem;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.SetState;
import org.moderationdesk.practice.ShippedSets;
import org.moderationdesk.staff.RightRefused;

/** What comes with the desk is laid onto it, once, with media that load. */
class ShippedPracticeTest {
    @TempDir
    static Path folder;

    private static PracticeDesk desk;
    private static MediaStore media;
    private static Decoder decoder;
    private static List<PracticeSet> laid;
    private static final List<Long> STEPS = new ArrayList<>();

    @BeforeAll
    static void lay() throws IOException {
        desk = new PracticeDesk();
        media = new MediaStore(folder, desk.store());
        decoder = new Decoder(media, WorkerLaunch.usual(), DecodeLimits.USUAL);
        laid = shipped(WorkerLaunch.usual()).lay(PracticeDesk.TESS, Language.NL, (done, all) -> STEPS.add(done));
    }

    @AfterAll
    static void close() {
        decoder.close();
        desk.close();
    }

    @Test
    void allOfThemArePublishedInTheirOrder() {
        assertThat(laid)
                .hasSize(6)
                .allSatisfy(set -> assertThat(set.state()).isEqualTo(SetState.PUBLISHED))
                .allSatisfy(set -> assertThat(set.isKeyComplete()).isTrue());
        assertThat(laid.getFirst().newest().terms().title().in(Language.NL)).isEqualTo("Begin hier");
        assertThat(STEPS).isSorted().hasSize(68).endsWith(67L);
    }

    @Test
    void everyFileThatAnItemNamesIsHeld() {
        List<MediaFile> files = items().stream()
                .flatMap(item -> item.content().item().media().stream())
                .toList();
        assertThat(files).hasSize(67).allSatisfy(file -> {
            String sha256 = Objects.requireNonNull(file.sha256(), file.path());
            assertThat(desk.store().<Boolean>read(handle -> media.has(handle, sha256)))
                    .isTrue();
        });
    }

    /** Each clip opened is a process, so one of each kind stands for the others, which are made the same way. */
    @Test
    void picturesAndOneClipOfEachKindLoad() throws MediaRefused {
        for (PracticeItem item : items()) {
            if (item.content().item().kind() == ItemKind.IMAGE) {
                assertThat(decoder.picture(file(item), new Size(64, 64)).full().width())
                        .as(item.id())
                        .isPositive();
            }
        }
        for (ItemKind kind : List.of(ItemKind.VIDEO, ItemKind.AUDIO, ItemKind.LIVESTREAM)) {
            PracticeItem item = items().stream()
                    .filter(one -> one.content().item().kind() == kind)
                    .findFirst()
                    .orElseThrow();
            try (Clip clip = decoder.open(file(item))) {
                assertThat(clip.facts().sound()).as(item.id()).isTrue();
                assertThat(clip.facts().picture()).as(item.id()).isEqualTo(kind != ItemKind.AUDIO);
            }
        }
    }

    @Test
    void withoutWhatEncodesClipsAreOnlySpokenOf() {
        var set = new ShippedSets().read("start-here", Language.EN, "tess");
        assertThat(set.drawn(Map.of()).put())
                .allSatisfy(put -> assertThat(put.content().item().media())
                        .allSatisfy(file -> assertThat(file.path()).isNull()));
    }

    @Test
    void whatIsThereIsNotLaidTwice() throws IOException {
        assertThat(shipped(null).lay(PracticeDesk.TOM, Language.EN, Progress.NONE))
                .isEmpty();
        assertThat(desk.shipment().missing(PracticeDesk.TOM)).isEmpty();
        var again = new ShippedSets().read("start-here", Language.EN, "tom");
        assertThat(desk.shipment().lay(PracticeDesk.TOM, again, Map.of())).isEmpty();
    }

    @Test
    void onlyWhoTrainsLaysThem() {
        assertThatThrownBy(() -> shipped(null).lay(PracticeDesk.FLEUR, Language.EN, Progress.NONE))
                .isInstanceOf(RightRefused.class);
    }

    private static List<PracticeItem> items() {
        return laid.stream().map(desk::items).flatMap(List::stream).toList();
    }

    private static String file(PracticeItem item) {
        return Objects.requireNonNull(item.content().item().media().getFirst().sha256());
    }

    private static ShippedPractice shipped(@Nullable WorkerLaunch film) {
        return new ShippedPractice(desk.shipment(), desk.store(), media, film);
    }
}
