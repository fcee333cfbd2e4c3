package org.moderationdesk.guidelines;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.moderationdesk.base.Language;

/** Where the files of one edition lie. */
interface BookFiles {
    /** The name of the file that holds the edition without its words. */
    String shape();

    /** @throws IOException where the file cannot be read; {@link FileNotFoundException} where there is none */
    InputStream open(String name) throws IOException;

    /** An edition that came with the desk. */
    static BookFiles onClassPath(String edition) {
        return new BookFiles() {
            @Override
            public String shape() {
                return BookReader.SHAPE;
            }

            @Override
            public InputStream open(String name) throws IOException {
                InputStream found = BookFiles.class.getResourceAsStream("/guidelines/" + edition + "/" + name);
                if (found == null) {
                    throw new FileNotFoundException(name);
                }
                return found;
            }
        };
    }

    /** Files that have been read already. */
    static BookFiles of(EditionFiles files) {
        return new BookFiles() {
            @Override
            public String shape() {
                return BookReader.SHAPE;
            }

            @Override
            public InputStream open(String name) throws IOException {
                for (Language language : Language.values()) {
                    if (name.equals(BookReader.words(language))) {
                        return stream(files.words(language));
                    }
                }
                return stream(files.shape());
            }
        };
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A folder with book.json and its words, or one of these files, which stands for its folder. */
    static BookFiles at(Path folderOrFile) {
        boolean folder = Files.isDirectory(folderOrFile);
        Path name = folderOrFile.getFileName();
        boolean shapeFile = !folder && name != null && !isWords(name.toString());
        Path home = folder ? folderOrFile : folderOrFile.toAbsolutePath().getParent();
        return new BookFiles() {
            @Override
            public String shape() {
                return shapeFile ? name.toString() : BookReader.SHAPE;
            }

            @Override
            public InputStream open(String file) throws IOException {
                Path path = home == null ? Path.of(file) : home.resolve(file);
                if (!Files.isRegularFile(path)) {
                    throw new FileNotFoundException(file);
                }
                return Files.newInputStream(path);
            }
        };
    }

    private static boolean isWords(String name) {
        for (Language language : Language.values()) {
            if (name.equals(BookReader.words(language))) {
                return true;
            }
        }
        return false;
    }
}
