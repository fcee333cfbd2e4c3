package org.moderationdesk.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.editions.Change;
import org.moderationdesk.editions.Edition;
import org.moderationdesk.editions.Part;
import org.moderationdesk.editions.WordPiece;
import org.moderationdesk.guidelines.ClauseCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What is different in an edition from the one before it, clause by clause and word by word. */
@Command(name = "diff")
final class EditionDiffCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "EDITION", arity = "0..1", descriptionKey = "moderation-desk.guidelines.diffed")
    private @Nullable String name;

    EditionDiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.withDesk(desk -> {
            var shelf = desk.editions().shelf();
            Edition edition = name == null ? shelf.editions().getLast() : EditionsCommand.edition(shelf, name);
            terminal.each(shelf.changes(edition), "cli.none.changes", this::tell);
            return Exit.DONE;
        });
    }

    private void tell(Change change) {
        var object = new LinkedHashMap<String, Object>();
        object.put("what", change.what());
        object.put("how", change.how());
        object.put("was", change.was());
        object.put("code", change.code());
        var parts = new ArrayList<Object>();
        for (Part part : change.parts()) {
            var one = new LinkedHashMap<String, @Nullable Object>();
            one.put("part", part.of());
            one.put("language", part.language() == null ? null : part.language().tag());
            one.put("before", part.before());
            one.put("after", part.after());
            parts.add(one);
        }
        object.put("parts", parts);
        object.put("touches", change.touches().stream().map(ClauseCode::value).toList());
        terminal.says().result(object, words(change));
    }

    private String words(Change change) {
        var texts = terminal.texts();
        var lines = new ArrayList<String>();
        String place = change.how() == Change.How.MOVED ? change.was() + " \u2192 " + change.code() : change.place();
        lines.add((texts.get("editions.how." + change.how()) + " " + texts.get("editions.what." + change.what()) + " "
                        + place)
                .strip());
        for (Part part : change.parts()) {
            String language =
                    part.language() == null ? "" : " (" + part.language().tag() + ")";
            lines.add("  " + texts.get("editions.part." + part.of()) + language + ": "
                    + marked(WordPiece.between(part.before(), part.after())));
        }
        return String.join("\n", lines);
    }

    /** As version control marks words. */
    private static String marked(List<WordPiece> pieces) {
        var marked = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            WordPiece piece = pieces.get(i);
            boolean beforePutIn = i + 1 < pieces.size() && pieces.get(i + 1).kind() == WordPiece.Kind.PUT_IN;
            marked.append(
                            switch (piece.kind()) {
                                case KEPT -> piece.bare();
                                case TAKEN_OUT -> "[-" + piece.bare() + "-]";
                                case PUT_IN -> "{+" + piece.bare() + "+}";
                            })
                    .append(piece.gap(beforePutIn));
        }
        return marked.toString().strip();
    }
}
