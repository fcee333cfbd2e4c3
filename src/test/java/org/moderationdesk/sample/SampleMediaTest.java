package org.moderationdesk.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.intake.Intake;
import org.moderationdesk.intake.Receiver;
import org.moderationdesk.items.ItemWriter;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.ClipFacts;
import org.moderationdesk.media.decode.DecodeLimits;
import org.moderationdesk.media.decode.Decoder;
import org.moderationdesk.media.decode.Frame;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.Missing;
import org.moderationdesk.media.decode.Size;
import org.moderationdesk.media.decode.WorkerLaunch;
import org.moderationdesk.queue.CaseWriter;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.settings.QueueSettings;

/** The files of one sample queue, opened as the desk opens them. */
class SampleMediaTest {
    private static final String FILE = """
        select m.sha256
          from item_media m
          join item_version i on i.item_id = m.item_id and i.version = m.version
         where locate(:words, i.content) > 0
        """;

    @TempDir
    static Path folder;

    private static Store store;
    private static Decoder decoder;

    @BeforeAll
    static void fill() throws IOException {
        store = TestStore.create();
        var media = new MediaStore(folder, store);
        var clock = new TestClock();
        var cases = new CaseWriter(new BookReader().read("2020-12"), QueueSettings.defaults());
        var receiver = new Receiver(new ItemWriter(), cases, media);
        var intake = new Intake(store, new StoredEventLog(store, clock), receiver, clock);
        long unused = new SampleQueue(intake, clock, WorkerLaunch.usual()).fill(140, 1, ImportProgress.NONE);
        decoder = new Decoder(media, WorkerLaunch.usual(), DecodeLimits.USUAL);
    }

    @AfterAll
    static void close() {
        decoder.close();
        store.close();
    }

    @Test
    void anOrdinaryClipHasPictureSoundAndTheLengthThatItsItemSays() throws MediaRefused {
        ClipFacts facts = facts("V-20418");

        assertThat(facts.picture()).isTrue();
        assertThat(facts.sound()).isTrue();
        assertThat(facts.height()).isGreaterThan(facts.width());
        assertThat(facts.missing()).isEmpty();
        try (Clip clip = decoder.open(file("V-20418"))) {
            Frame later = clip.frameAt(5_000_000, new Size(216, 384));
            assertThat(later.micros()).isBetween(4_900_000L, 5_000_000L);
            assertThat(later.argb())
                    .isNotEqualTo(clip.frameAt(5_500_000, new Size(216, 384)).argb());
            assertThat(clip.sceneChanges(10)).isNotEmpty();
        }
    }

    @Test
    void whatIsSaidIsHeardAndWhatIsNotSaidIsNot() throws MediaRefused {
        try (Clip clip = decoder.open(file("V-20418"))) {
            float[] peaks = clip.waveform(100).peaks();
            assertThat(peaks[0]).isLessThan(0.1f);
            float loudest = 0;
            for (float peak : peaks) {
                loudest = Math.max(loudest, peak);
            }
            assertThat(loudest).isGreaterThan(0.2f);
        }
    }

    @Test
    void oddClipsAreAsOddAsTheirCaptionsSay() throws MediaRefused {
        assertThat(facts("a clip without sound").sound()).isFalse();
        assertThat(facts("holds sound alone").picture()).isFalse();
        ClipFacts turned = facts("filmed on its side");
        assertThat(turned.rotation()).isEqualTo(90);
        assertThat(turned.height()).isGreaterThan(turned.width());
        assertThat(facts("at uneven times").variableRate()).isTrue();
        assertThat(facts("7,680 by 4,320").width()).isEqualTo(7_680);
        assertThat(facts("end was cut off").missing()).contains(Missing.TRUNCATED);
        assertThat(facts("that is called a picture").picture()).isTrue();
    }

    @Test
    void filesThatAreNoClipsAreRefusedForWhatTheyAre() {
        assertThat(refusal("a file of no length")).isEqualTo(MediaRefused.Reason.EMPTY);
        assertThat(refusal("no media at all")).isEqualTo(MediaRefused.Reason.NOT_MEDIA);
        assertThatExceptionOfType(MediaRefused.class)
                .isThrownBy(() -> decoder.picture(file("20,000 by 20,000"), new Size(400, 400)))
                .satisfies(refused ->
                        assertThat(List.of(refused.width(), refused.height())).containsExactly(20_000, 20_000));
    }

    private static MediaRefused.Reason refusal(String words) {
        try {
            return facts(words).missing().isEmpty() ? MediaRefused.Reason.MISSING : MediaRefused.Reason.BROKEN;
        } catch (MediaRefused refused) {
            return refused.reason();
        }
    }

    private static ClipFacts facts(String words) throws MediaRefused {
        try (Clip clip = decoder.open(file(words))) {
            return clip.facts();
        }
    }

    private static String file(String words) {
        return store.read(handle -> handle.createQuery(FILE)
                .bind("words", words)
                .mapTo(String.class)
                .first());
    }
}
