package org.moderationdesk.guidelines;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.moderationdesk.base.Language;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an edition of the guidelines and checks all of it. Every fault is found before it answers, except that the
 * words are looked at only once the rules themselves are sound.
 */
public final class BookReader {
    static final String SHAPE = "book.json";

    private static final int MAX_BYTES = 4_000_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(10_000)
                            .maxNameLength(100)
                            .maxNumberLength(10)
                            .maxTokenCount(200_000)
                            .maxDocumentLength(MAX_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    /**
     * Reads an edition that came with the desk.
     *
     * @param edition year and month, such as "2020-12"
     * @throws BookProblems where the edition is not there or has faults
     */
    public Book read(String edition) {
        if (!ShapeParser.isEdition(edition)) {
            throw new BookProblems(List.of(new BookProblem("edition", "not an edition: " + edition)));
        }
        Book book = read(BookFiles.onClassPath(edition));
        if (!book.edition().equals(edition)) {
            throw new BookProblems(List.of(
                    new BookProblem(SHAPE + " /edition", book.edition() + " where " + edition + " is expected")));
        }
        return book;
    }

    /**
     * Reads an edition from a folder, or from the folder around one of its files.
     *
     * @throws BookProblems where a file is not there or has faults
     */
    public Book read(Path folderOrFile) {
        return read(BookFiles.at(folderOrFile));
    }

    /**
     * Reads the files of an edition as they lie there, without checking what they say.
     *
     * @throws BookProblems where one is not there, too large, or no text in UTF-8
     */
    public EditionFiles files(Path folderOrFile) {
        return files(BookFiles.at(folderOrFile));
    }

    /**
     * The files of an edition that came with the desk.
     *
     * @throws BookProblems where the edition is not there
     */
    public EditionFiles files(String edition) {
        return files(BookFiles.onClassPath(edition));
    }

    private static EditionFiles files(BookFiles files) {
        List<BookProblem> problems = new ArrayList<>();
        String shape = text(files, files.shape(), problems);
        Map<Language, String> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            words.put(language, text(files, words(language), problems));
        }
        throwAny(problems);
        return new EditionFiles(shape, words);
    }

    private static String text(BookFiles files, String name, List<BookProblem> problems) {
        byte[] bytes = bytes(files, name, problems);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            problems.add(new BookProblem(name, "no text in UTF-8"));
            return "";
        }
    }

    /**
     * Reads and checks an edition whose files are at hand.
     *
     * @throws BookProblems where they have faults
     */
    public Book read(EditionFiles files) {
        return read(BookFiles.of(files));
    }

    private static Book read(BookFiles files) {
        List<BookProblem> problems = new ArrayList<>();
        BookShape shape = new ShapeParser(root(files, files.shape(), problems)).shape();
        throwAny(problems);
        Map<Language, BookWords> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Place root = root(files, words(language), problems);
            words.put(language, new WordsParser(root, language, shape).words());
        }
        throwAny(problems);
        samePoints(shape, words, problems);
        throwAny(problems);
        return new Book(shape.edition(), shape.chapters(), shape.terms(), shape.general(), words);
    }

    /** The name of the file that holds the words of a language. */
    static String words(Language language) {
        return language.tag() + ".json";
    }

    private static Place root(BookFiles files, String name, List<BookProblem> problems) {
        int before = problems.size();
        byte[] bytes = bytes(files, name, problems);
        if (problems.size() > before) {
            throw new BookProblems(problems);
        }
        try {
            return Place.root(name, JSON.readTree(bytes), problems);
        } catch (JacksonException e) {
            problems.add(new BookProblem(name + line(e), "not sound JSON: " + e.getOriginalMessage()));
        }
        throw new BookProblems(problems);
    }

    private static byte[] bytes(BookFiles files, String name, List<BookProblem> problems) {
        try (InputStream in = files.open(name)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length <= MAX_BYTES) {
                return bytes;
            }
            problems.add(new BookProblem(name, "larger than " + MAX_BYTES + " bytes"));
        } catch (FileNotFoundException e) {
            problems.add(new BookProblem(name, "not found"));
        } catch (IOException e) {
            problems.add(new BookProblem(name, "cannot be read: " + e.getMessage()));
        }
        return new byte[0];
    }

    private static String line(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null ? "" : " line " + location.getLineNr();
    }

    /** What one language enumerates, such as the protected characteristics, the other enumerates too. */
    private static void samePoints(BookShape shape, Map<Language, BookWords> words, List<BookProblem> problems) {
        for (DefinedTerm term : shape.terms()) {
            List<Integer> counts = new ArrayList<>();
            words.values().stream()
                    .flatMap(language -> language.definitions().stream())
                    .filter(definition -> definition.id().equals(term.id()))
                    .forEach(definition -> counts.add(definition.points().size()));
            if (new HashSet<>(counts).size() > 1) {
                problems.add(new BookProblem(
                        words(Language.NL) + " /definitions/" + term.id() + "/points",
                        "another number of points than in " + words(Language.EN)));
            }
        }
    }

    private static void throwAny(List<BookProblem> problems) {
        if (!problems.isEmpty()) {
            throw new BookProblems(problems);
        }
    }
}
