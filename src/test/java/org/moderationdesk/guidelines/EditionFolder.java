package org.moderationdesk.guidelines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A copy of the shipped edition in a folder, in which faults can be planted. */
final class EditionFolder {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;

    private EditionFolder(Path folder) {
        this.folder = folder;
    }

    static EditionFolder in(Path folder) {
        for (String name : List.of("book.json", "en.json", "nl.json")) {
            try (InputStream in =
                    Objects.requireNonNull(EditionFolder.class.getResourceAsStream("/guidelines/2020-12/" + name))) {
                Files.copy(in, folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new EditionFolder(folder);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** Changes the object at a JSON pointer. */
    EditionFolder changed(String name, String pointer, Consumer<ObjectNode> change) {
        return rewritten(name, text -> {
            ObjectNode root = (ObjectNode) JSON.readTree(text);
            change.accept((ObjectNode) root.at(JsonPointer.compile(pointer)));
            return JSON.writeValueAsString(root);
        });
    }

    /** Changes the list at a JSON pointer. */
    EditionFolder changedList(String name, String pointer, Consumer<ArrayNode> change) {
        return rewritten(name, text -> {
            ObjectNode root = (ObjectNode) JSON.readTree(text);
            change.accept((ArrayNode) root.at(JsonPointer.compile(pointer)));
            return JSON.writeValueAsString(root);
        });
    }

    EditionFolder rewritten(String name, UnaryOperator<String> change) {
        try {
            Files.writeString(path(name), change.apply(Files.readString(path(name))), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Book read() {
        return new BookReader().read(folder);
    }

    /** The faults that reading finds, each as "place: what"; none where it reads. */
    List<String> problems() {
        return problems(folder);
    }

    static List<String> problems(Path folderOrFile) {
        try {
            new BookReader().read(folderOrFile);
            return List.of();
        } catch (BookProblems e) {
            return e.problems().stream().map(BookProblem::toString).toList();
        }
    }
}
