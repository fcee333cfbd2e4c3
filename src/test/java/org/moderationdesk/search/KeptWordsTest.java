package org.moderationdesk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.SealedFile;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.retention.PersonErasure;

/** The index beside a store on disk: encrypted, of use again, and of no use to anybody else. */
final class KeptWordsTest {
    private static final String PLANTED = "plantedneedle";

    @TempDir
    private Path home;

    @TempDir
    private Path elsewhere;

    private SearchDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new SearchDesk(store(home), elsewhere.resolve("files"));
        use();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void noWordIsOnDiskInTheClearAndThePlantedOneIsSeenWhereItIs() throws Exception {
        String id = desk.decide("a", PLANTED, "r");
        desk.finds(PLANTED, id);
        desk.search().close();

        assertThat(file()).exists();
        assertThat(holding(PLANTED)).isEmpty();

        Files.writeString(home.resolve("planted.txt"), "a " + PLANTED + " b");
        assertThat(holding(PLANTED)).hasSize(1);
    }

    @Test
    void aKeptIndexIsOfUseAgainAndCatchesUpWithWhatCameMeanwhile() throws Exception {
        String id = desk.decide("a", PLANTED, "r");
        desk.finds(PLANTED, id);
        desk.search().close();
        byte[] before = Files.readAllBytes(file());
        String later = desk.decide("b", PLANTED, "r");

        use();

        desk.finds(PLANTED, id, later);
        assertThat(WordIndexes.decisions(kept())).as("kept before").isPositive();
        assertThat(before).isNotEmpty();
    }

    @Test
    void aKeptIndexThatIsMissingCutChangedOrOfAnotherStoreIsMadeAnew() throws Exception {
        String id = desk.decide("a", PLANTED, "r");
        desk.finds(PLANTED, id);
        desk.search().close();
        byte[] whole = Files.readAllBytes(file());
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;

        Files.delete(file());
        again(id);
        Files.write(file(), Arrays.copyOf(whole, whole.length - 20));
        again(id);
        Files.write(file(), new byte[3]);
        again(id);
        Files.write(file(), changed);
        again(id);
        try (SearchDesk other = new SearchDesk(store(elsewhere.resolve("home")), elsewhere.resolve("more"))) {
            other.use(new IndexedTextSearch(
                    other.store(), ((H2Store) other.store()).beside(IndexedTextSearch.FILE), other.searches));
            other.search().start();
            other.finds("nothing");
            other.decide("z", "foreign", "r");
            other.search().close();
        }
        Files.copy(
                elsewhere.resolve("home").resolve(IndexedTextSearch.FILE), file(), StandardCopyOption.REPLACE_EXISTING);
        again(id);
    }

    @Test
    void whatIsErasedIsGoneFromTheKeptIndexAsSoonAsItIsGoneFromTheStore() throws Exception {
        String id = desk.decide("a", PLANTED, "r");
        String other = desk.decide("b", "another", "r");
        desk.finds(PLANTED, id);
        desk.search().close();
        assertThat(WordIndexes.has(kept(), PLANTED)).isTrue();
        use();
        desk.finds("another", other);

        desk.erasure().erase(SearchDesk.ADMIN, "u-a", "ref 1", Progress.NONE);

        desk.finds(PLANTED);
        desk.finds("another", other);
        desk.search().close();
        assertThat(WordIndexes.has(kept(), PLANTED)).isFalse();
        assertThat(WordIndexes.has(kept(), "another")).isTrue();
    }

    @Test
    void whatACommandErasesTakesTheKeptIndexWithIt() throws Exception {
        String id = desk.decide("a", PLANTED, "r");
        desk.finds(PLANTED, id);
        desk.search().close();
        var command = new IndexedTextSearch(desk.store(), Optional.of(kept()), desk.searches);
        var media = new MediaStore(home.resolve("store/media"), desk.store());
        var erasure = new PersonErasure(desk.store(), command.forErasing(desk.review.log()), media, desk.clock);

        erasure.plan(SearchDesk.ADMIN, "u-a");
        assertThat(file()).exists();
        erasure.erase(SearchDesk.ADMIN, "u-a", "ref 1", Progress.NONE);

        assertThat(file()).doesNotExist();
        command.close();
    }

    private void again(String id) {
        use();
        assertThatCode(() -> desk.finds(PLANTED, id)).doesNotThrowAnyException();
        desk.search().close();
    }

    private void use() {
        desk.search().close();
        desk.use(desk.started(Optional.of(kept())));
    }

    private SealedFile kept() {
        return ((H2Store) desk.store()).beside(IndexedTextSearch.FILE).orElseThrow();
    }

    private Path file() {
        return home.resolve(IndexedTextSearch.FILE);
    }

    private List<Path> holding(String word) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .filter(one -> {
                        try {
                            return new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1).contains(word);
                        } catch (IOException gone) {
                            return false;
                        }
                    })
                    .toList();
        }
    }

    private static H2Store store(Path folder) throws Exception {
        return new StoreDoor(new DeskFolder(folder), new TestClock()).create().store();
    }

    /** Reads a kept index apart from any search. */
    private static final class WordIndexes {
        static boolean has(SealedFile kept, String word) throws IOException {
            return count(kept, word) > 0;
        }

        static int decisions(SealedFile kept) throws IOException {
            return count(kept, "r");
        }

        private static int count(SealedFile kept, String word) throws IOException {
            try (var in = new DataInputStream(kept.read());
                    WordIndex index = WordIndex.load(in)) {
                return index.search(searcher -> searcher.getIndexReader().docFreq(new Term(WordIndex.WORDS, word)));
            }
        }
    }
}
