package org.moderationdesk.guidelines.view;

import java.util.function.Consumer;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookPage;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.guidelines.Chapter;
import org.moderationdesk.guidelines.Section;

/** Chapters and their sections, to browse. */
final class BookTree {
    private final TreeView<BookPage> tree = new TreeView<>();
    private final Texts texts;
    private BookWords words;

    BookTree(Book book, BookWords words, Texts texts, Consumer<BookPage> turnTo) {
        this.texts = texts;
        this.words = words;
        tree.setId("guidelines-tree");
        tree.setAccessibleText(texts.get("guidelines.tree"));
        tree.getStyleClass().addAll("alt-icon", "book-tree");
        tree.setShowRoot(false);
        tree.setRoot(root(book));
        tree.setCellFactory(_ -> new Cell());
        tree.getSelectionModel().selectedItemProperty().subscribe((_, chosen) -> {
            if (chosen != null) {
                turnTo.accept(chosen.getValue());
            }
        });
    }

    TreeView<BookPage> node() {
        return tree;
    }

    void speak(BookWords other) {
        words = other;
        tree.refresh();
    }

    /** Chooses the page in the tree, unfolding its chapter. */
    void choose(BookPage page) {
        find(tree.getRoot(), page);
    }

    private boolean find(TreeItem<BookPage> from, BookPage page) {
        for (TreeItem<BookPage> item : from.getChildren()) {
            if (item.getValue().equals(page)) {
                from.setExpanded(true);
                tree.getSelectionModel().select(item);
                tree.scrollTo(Math.max(0, tree.getRow(item) - 4));
                return true;
            }
            if (find(item, page)) {
                return true;
            }
        }
        return false;
    }

    private static TreeItem<BookPage> root(Book book) {
        var root = new TreeItem<BookPage>();
        root.getChildren().add(new TreeItem<>(new BookPage.Whole()));
        for (Chapter chapter : book.chapters()) {
            var item = new TreeItem<BookPage>(new BookPage.OfChapter(chapter.number()));
            for (Section section : chapter.sections()) {
                item.getChildren().add(new TreeItem<>(new BookPage.OfSection(section.code())));
            }
            root.getChildren().add(item);
        }
        return root;
    }

    private final class Cell extends TreeCell<BookPage> {
        Cell() {
            // The tree, not the longest title, says how wide a cell is.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable BookPage page, boolean empty) {
            super.updateItem(page, empty);
            setText(page == null || empty ? null : words(page));
        }

        private String words(BookPage page) {
            return switch (page) {
                case BookPage.Whole() -> texts.get("guidelines.whole");
                case BookPage.OfChapter(int number) -> number + "  " + words.chapter(number);
                case BookPage.OfSection(var code) -> code + "  " + words.title(code);
            };
        }
    }
}
