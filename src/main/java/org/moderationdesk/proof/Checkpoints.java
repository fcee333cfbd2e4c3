package org.moderationdesk.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.LoggedEvent;
import org.moderationdesk.log.StoredEvents;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Signs what the log is, for somebody outside to keep, and holds the log to it later. Whoever can write the store can
 * write a new log and sign it: what they cannot do is make it fit a checkpoint that somebody else already has.
 */
public final class Checkpoints {
    private static final long LONGEST_FILE = 8L << 20;

    private final Store store;
    private final StoredEvents events;
    private final EventLog log;
    private final InstantSource clock;

    public Checkpoints(Store store, EventLog log, InstantSource clock) {
        this.store = store;
        this.events = new StoredEvents(store);
        this.log = log;
        this.clock = clock;
    }

    /**
     * What was written.
     *
     * @param size how many entries it covers
     * @param key the line that somebody outside checks the signature with
     */
    public record Made(long size, String head, String key) {}

    /**
     * A proof that one entry is in the log.
     *
     * @param text C2SP tlog-proof
     * @param size how many entries there are
     * @param key the line that somebody outside checks the signature with
     */
    public record Proof(String text, long size, String head, String key) {}

    /**
     * Writes a checkpoint of the log as it is now to a new file, and tells the log of it.
     *
     * @throws IOException when the file is there or cannot be written
     */
    public Made make(Path file, Person by, Progress progress) throws IOException {
        Rights.require(by, Right.EXPORT);
        CheckpointKey key = key(by);
        Walked walked = walk(-1, progress);
        SignedNote note = walked.sign(key);
        write(file, note.written());
        tell(by, walked, "checkpoint");
        return new Made(walked.tree().size(), walked.last(), key.written(walked.origin()));
    }

    /**
     * Writes a proof that one entry is in the log as it is now to a new file.
     *
     * @throws IOException when the file is there or cannot be written
     */
    public Made prove(long seq, Path file, Person by, Progress progress) throws IOException {
        Proven proven = proven(seq, by, progress);
        write(file, proven.text());
        tell(by, proven.walked(), "proof");
        return new Made(proven.size(), proven.head(), proven.key());
    }

    /** The same proof as text, for somebody who keeps it beside what it proves. */
    public Proof proof(long seq, Person by, Progress progress) {
        Proven proven = proven(seq, by, progress);
        tell(by, proven.walked(), "proof");
        return new Proof(proven.text(), proven.size(), proven.head(), proven.key());
    }

    private Proven proven(long seq, Person by, Progress progress) {
        Rights.require(by, Right.EXPORT);
        LoggedEvent entry = events.at(seq).orElseThrow();
        String before =
                seq == 1 ? "0".repeat(64) : events.at(seq - 1).orElseThrow().hash();
        CheckpointKey key = key(by);
        Walked walked = walk(seq - 1, progress);
        SignedNote note = walked.sign(key);
        var proof =
                new InclusionProof(before, entry.body(), seq - 1, walked.tree().way(), note);
        return new Proven(proof.written(), key.written(walked.origin()), walked);
    }

    /**
     * Holds the log to a checkpoint, or an entry's proof to the log.
     *
     * @throws IOException when the file cannot be read
     */
    public Held check(Path file, Progress progress) throws IOException {
        if (Files.size(file) > LONGEST_FILE) {
            return new Held.Differs(Held.Why.UNREADABLE, 0);
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        Optional<InclusionProof> proof = InclusionProof.parse(text);
        Optional<SignedNote> note = proof.map(InclusionProof::checkpoint).or(() -> SignedNote.parse(text));
        Optional<Checkpoint> read = note.flatMap(signed -> Checkpoint.parse(signed.text()));
        if (read.isEmpty()) {
            return new Held.Differs(Held.Why.UNREADABLE, 0);
        }
        Checkpoint checkpoint = read.get();
        boolean leads = proof.map(one -> one.leadsTo(checkpoint)).orElse(true);
        return leads
                ? check(note.get(), checkpoint, progress)
                : new Held.Differs(Held.Why.REWRITTEN, checkpoint.size());
    }

    private Held check(SignedNote note, Checkpoint checkpoint, Progress progress) {
        long size = checkpoint.size();
        Optional<LoggedEvent> first = events.at(1);
        if (first.isEmpty() || !Checkpoint.origin(first.get().hash()).equals(checkpoint.origin())) {
            return new Held.Differs(Held.Why.OTHER_LOG, size);
        }
        Optional<CheckpointKey> key = stored();
        if (key.isEmpty() || !note.isSignedBy(checkpoint.origin(), key.get())) {
            return new Held.Differs(Held.Why.NOT_SIGNED, size);
        }
        if (events.count() < size) {
            return new Held.Differs(Held.Why.SHORTER, size);
        }
        Walked walked = walk(-1, size, progress);
        boolean same = walked.last().equals(checkpoint.head())
                && Base64.getEncoder().encodeToString(walked.tree().root()).equals(checkpoint.root());
        return same ? new Held.Holds(size, checkpoint.at()) : new Held.Differs(Held.Why.REWRITTEN, size);
    }

    private Walked walk(long watched, Progress progress) {
        return walk(watched, Long.MAX_VALUE, progress);
    }

    private Walked walk(long watched, long until, Progress progress) {
        var walked = new Walked(new MerkleTree(watched), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        long total = Math.min(until, events.count());
        events.hashes(hash -> {
            if (walked.tree.size() < until) {
                walked.add(hash);
                if (walked.tree.size() % 10_000 == 0) {
                    progress.pass(walked.tree.size(), total);
                }
            }
        });
        if (walked.first == null) {
            throw new IllegalStateException("a log without entries");
        }
        return walked;
    }

    private CheckpointKey key(Person by) {
        return stored().orElseGet(() -> log.record(by.name(), act -> {
            CheckpointKey made = CheckpointKey.make();
            act.handle()
                    .execute(
                            "insert into checkpoint_key (id, public_key, private_key) values (1, ?, ?)",
                            made.publicKey(),
                            made.privateKey());
            act.append(new Entry(EventKind.CHECKPOINTED, null, null, Map.of("newKey", made.publicKey()), List.of()));
            return made;
        }));
    }

    private Optional<CheckpointKey> stored() {
        return store.read(
                handle -> handle.createQuery("select public_key, private_key from checkpoint_key where id = 1")
                        .map((row, _) -> new CheckpointKey(row.getString(1), row.getString(2)))
                        .findOne());
    }

    private void tell(Person by, Walked walked, String what) {
        long seq = log.record(
                by.name(),
                act -> act.append(new Entry(
                        EventKind.CHECKPOINTED,
                        null,
                        null,
                        Map.of("what", what, "size", walked.tree().size(), "head", walked.last()),
                        List.of())));
        if (seq <= walked.tree().size()) {
            throw new IllegalStateException("the log went back");
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private record Proven(String text, String key, Walked walked) {
        long size() {
            return walked.tree().size();
        }

        String head() {
            return walked.last();
        }
    }

    /** One walk over the log's hashes. */
    private static final class Walked {
        private final MerkleTree tree;
        private final Instant at;
        private @Nullable String first;
        private String last = "";

        Walked(MerkleTree tree, Instant at) {
            this.tree = tree;
            this.at = at;
        }

        void add(String hash) {
            if (first == null) {
                first = hash;
            }
            last = hash;
            tree.add(HexFormat.of().parseHex(hash));
        }

        MerkleTree tree() {
            return tree;
        }

        String last() {
            return last;
        }

        String origin() {
            return Checkpoint.origin(first == null ? "" : first);
        }

        SignedNote sign(CheckpointKey key) {
            String root = Base64.getEncoder().encodeToString(tree.root());
            return SignedNote.sign(new Checkpoint(origin(), tree.size(), root, last, at).text(), origin(), key);
        }
    }
}
