package org.moderationdesk.search;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NoLockFactory;
import org.moderationdesk.search.DecidedTexts.DecidedText;

/**
 * The words of decisions in memory, outside the heap, and nothing of the texts themselves. One thread writes, any may
 * search.
 */
final class WordIndex implements Closeable {
    static final String WORDS = "words";
    static final String ITEM = "item";
    static final String ACCOUNT = "account";
    static final String CHILD_SAFETY = "childSafety";
    static final String HIGH = "high";
    static final String LOW = "low";

    private static final String SEQ = "seq";
    private static final String HASH = "hash";
    private static final FieldType TEXT = textType();
    private static final int BETWEEN_PARTS = 100;
    private static final int BUFFER_MB = 48;
    private static final int CHUNK = 1 << 16;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private WordIndex(Directory directory) throws IOException {
        this.directory = directory;
        this.writer = new IndexWriter(directory, config());
        this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    static WordIndex empty() throws IOException {
        return new WordIndex(memory());
    }

    /** How far into the log the index goes: the number of the last entry, and its hash. */
    record Through(long seq, String hash) {}

    /** Reads what {@link #save} wrote. */
    static WordIndex load(DataInputStream in) throws IOException {
        Directory directory = memory();
        byte[] chunk = new byte[CHUNK];
        for (int files = in.readInt(); files > 0; files--) {
            try (IndexOutput out = directory.createOutput(in.readUTF(), IOContext.DEFAULT)) {
                for (long left = in.readLong(); left > 0; ) {
                    int some = (int) Math.min(left, CHUNK);
                    in.readFully(chunk, 0, some);
                    out.writeBytes(chunk, 0, some);
                    left -= some;
                }
            }
        }
        // Only when its end is proved is it whole.
        if (in.read() != -1) {
            throw new IOException("a saved index with something behind its end");
        }
        return new WordIndex(directory);
    }

    /** Writes the index as it is. */
    void save(Through through, DataOutputStream out) throws IOException {
        writer.setLiveCommitData(
                Map.of(SEQ, Long.toString(through.seq()), HASH, through.hash()).entrySet());
        writer.commit();
        IndexCommit commit = DirectoryReader.listCommits(directory).getLast();
        Collection<String> files = commit.getFileNames();
        out.writeInt(files.size());
        byte[] chunk = new byte[CHUNK];
        for (String file : files) {
            try (IndexInput in = directory.openInput(file, IOContext.DEFAULT)) {
                out.writeUTF(file);
                out.writeLong(in.length());
                for (long left = in.length(); left > 0; ) {
                    int some = (int) Math.min(left, CHUNK);
                    in.readBytes(chunk, 0, some);
                    out.write(chunk, 0, some);
                    left -= some;
                }
            }
        }
    }

    /** What was last saved, where this was read from a saved index. */
    Through through() throws IOException {
        Map<String, String> data =
                DirectoryReader.listCommits(directory).getLast().getUserData();
        return new Through(Long.parseLong(data.getOrDefault(SEQ, "0")), data.getOrDefault(HASH, ""));
    }

    void add(List<DecidedText> texts) throws IOException {
        for (DecidedText text : texts) {
            if (!text.sealed()) {
                writer.addDocument(document(text));
            }
        }
    }

    /** Puts these in the place of all that is there of the items. */
    void replace(Collection<String> items, List<DecidedText> texts) throws IOException {
        List<Term> gone = new ArrayList<>();
        items.forEach(item -> gone.add(new Term(ITEM, item)));
        writer.deleteDocuments(gone.toArray(Term[]::new));
        add(texts);
    }

    /** Takes what was deleted out of the index itself: until then its words are still in it. */
    void purge() throws IOException {
        writer.forceMergeDeletes(true);
        writer.commit();
    }

    /** Shows searchers what was written until now. */
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    <T> T search(Search<T> search) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Bytes that it takes. */
    long bytes() throws IOException {
        long bytes = 0;
        for (String file : directory.listAll()) {
            bytes += directory.fileLength(file);
        }
        return bytes;
    }

    @FunctionalInterface
    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }

    private static Document document(DecidedText text) {
        var document = new Document();
        document.add(new StringField(ITEM, text.itemId(), Field.Store.NO));
        if (text.accountId() != null) {
            document.add(new StringField(ACCOUNT, text.accountId(), Field.Store.NO));
        }
        document.add(new StringField(CHILD_SAFETY, text.childSafety() ? "1" : "0", Field.Store.NO));
        document.add(new NumericDocValuesField(HIGH, text.id().getMostSignificantBits()));
        document.add(new NumericDocValuesField(LOW, text.id().getLeastSignificantBits()));
        document.add(new Field(WORDS, new WordStream(text.parts(), BETWEEN_PARTS), TEXT));
        return document;
    }

    private static IndexWriterConfig config() {
        // Neighbours are merged with one another, so that decisions stay in their order.
        var merging = new LogDocMergePolicy();
        merging.setCalibrateSizeByDeletes(true);
        merging.setNoCFSRatio(0);
        var config = new IndexWriterConfig()
                .setRAMBufferSizeMB(BUFFER_MB)
                .setMergePolicy(merging)
                .setMergeScheduler(new SerialMergeScheduler())
                .setUseCompoundFile(false);
        config.setCommitOnClose(false);
        return config;
    }

    private static Directory memory() {
        return new ByteBuffersDirectory(
                NoLockFactory.INSTANCE,
                () -> new ByteBuffersDataOutput(
                        ByteBuffersDataOutput.DEFAULT_MIN_BITS_PER_BLOCK,
                        ByteBuffersDataOutput.DEFAULT_MAX_BITS_PER_BLOCK,
                        ByteBuffer::allocateDirect,
                        ByteBuffersDataOutput.NO_REUSE),
                ByteBuffersDirectory.OUTPUT_AS_MANY_BUFFERS);
    }

    private static FieldType textType() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
