package org.moderationdesk.guidelines.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookPage;
import org.moderationdesk.guidelines.BookSearch;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.guidelines.view.HitList.Found;

/** The book, to browse and to search, in either language whatever the interface speaks. */
public final class GuidelinesScreen implements Screen {
    private final Book book;
    private final Texts texts;
    private final BookSearch search;
    private final BookTree tree;
    private final HitList hits;
    private final TextField query = new TextField();
    private final StackPane left = new StackPane();
    private final ScrollPane content = new ScrollPane();
    private final SplitPane columns = new SplitPane();
    private final BorderPane node = new BorderPane();
    private final Keys keys;
    private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(List.of());
    private Texts spoken;
    private BookPage page = new BookPage.Whole();
    private @Nullable String named;

    public GuidelinesScreen(Book book, Texts texts, Sizes sizes) {
        this.book = book;
        this.texts = texts;
        this.spoken = texts;
        this.search = new BookSearch(book);
        this.tree = new BookTree(book, book.words(texts.language()), texts, this::turnTo);
        this.hits = new HitList(texts, this::turnToHit);
        this.keys = new Keys(texts.get("guidelines.title"))
                .on("/", texts.get("guidelines.key.search"), query::requestFocus)
                .on("Alt+C", texts.get("guidelines.key.clear"), query::clear)
                .on("Alt+L", texts.get("guidelines.key.language"), this::otherLanguage);
        layOut(sizes);
        keys.listenOn(node);
        show();
    }

    @Override
    public String title() {
        return texts.get("guidelines.title");
    }

    @Override
    public ObservableValue<List<String>> path() {
        return path.getReadOnlyProperty();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        tree.node().requestFocus();
    }

    @Override
    public List<Keys> keys() {
        return List.of(keys);
    }

    @Override
    public List<Node> panels() {
        return List.of(left, content);
    }

    /** Shows the way to what has changed in the book; its key does the same. */
    public void changes(String words, String key, Runnable way) {
        var button = new Button(words, KeyHint.of(KeyCombination.keyCombination(key)));
        button.setId("guidelines-changes");
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setOnAction(_ -> way.run());
        if (node.getTop() instanceof HBox head) {
            head.getChildren().add(head.getChildren().size() - 1, button);
        }
        var unused = keys.on(key, words, way);
    }

    /** Turns to the section of the clause and marks the clause; to the whole book for what only another edition has. */
    public void open(ClauseCode code) {
        named = code.value();
        query.clear();
        page = pageOf(named);
        tree.choose(page);
        show();
    }

    private void layOut(Sizes sizes) {
        content.setFitToWidth(true);
        content.setId("guidelines-page");
        content.setAccessibleText(texts.get("guidelines.page"));
        left.getChildren().setAll(tree.node());
        var side = new VBox(searchField(), left);
        side.getStyleClass().add("book-side");
        side.setMinWidth(200);
        VBox.setVgrow(left, Priority.ALWAYS);
        columns.getItems().setAll(side, content);
        SplitPane.setResizableWithParent(side, false);
        sizes.remember(side, "guidelines.tree", 320);
        node.setTop(head());
        node.setCenter(columns);
        node.getStyleClass().add("guidelines");
    }

    private Node head() {
        var title = new Label(texts.get("guidelines.title"));
        title.getStyleClass().addAll("strong", "size-16");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(title, new Tag(texts.get("guidelines.edition", book.edition())), space, languages());
        head.getStyleClass().addAll("screen-head", "edge-bottom");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node languages() {
        var buttons = new SegmentedButton();
        buttons.setId("guidelines-language");
        for (Language language : Language.values()) {
            var button = new ToggleButton(texts.get("guidelines.language." + language.tag()));
            button.setId("guidelines-language-" + language.tag());
            button.setSelected(language == spoken.language());
            button.setOnAction(_ -> speak(language));
            buttons.getButtons().add(button);
        }
        return buttons;
    }

    private Node searchField() {
        query.setId("guidelines-search");
        query.setPromptText(texts.get("guidelines.search"));
        query.setAccessibleText(texts.get("guidelines.search"));
        query.textProperty().subscribe((_, words) -> find(words));
        query.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                hits.chooseFirst();
                event.consume();
            }
        });
        HBox.setHgrow(query, Priority.ALWAYS);
        var field = new HBox(Icons.small(Icon.SEARCH), query, new KeyHint("/"));
        field.getStyleClass().add("field");
        var margin = new StackPane(field);
        margin.getStyleClass().add("book-search");
        return margin;
    }

    private void find(String words) {
        if (words.isBlank()) {
            left.getChildren().setAll(tree.node());
        } else {
            hits.show(found(words));
            left.getChildren().setAll(hits.node());
        }
    }

    private void turnTo(BookPage wanted) {
        if (!wanted.equals(page)) {
            named = null;
            page = wanted;
            show();
        }
    }

    /** What the shown language says first, then what only the other one says. */
    private List<Found> found(String words) {
        var found = new ArrayList<Found>();
        Set<String> codes = new HashSet<>();
        for (Language language : List.of(spoken.language(), other(spoken.language()))) {
            for (var hit : search.search(words, language)) {
                if (codes.add(hit.code())) {
                    found.add(new Found(hit, language));
                }
            }
        }
        return found;
    }

    private void turnToHit(Found found) {
        named = found.hit().code();
        page = pageOf(named);
        if (found.language() == spoken.language()) {
            show();
        } else {
            speak(found.language());
        }
    }

    private BookPage pageOf(String code) {
        return book.sectionNamed(code)
                .or(() -> CarveOutCode.parse(code).map(CarveOutCode::section))
                .or(() -> book.terms().stream()
                        .filter(term ->
                                term.id().equals(code) && !term.sections().isEmpty())
                        .map(term -> term.sections().getFirst())
                        .findFirst())
                .<BookPage>map(BookPage.OfSection::new)
                .orElse(new BookPage.Whole());
    }

    private void otherLanguage() {
        speak(other(spoken.language()));
    }

    private static Language other(Language language) {
        return language == Language.NL ? Language.EN : Language.NL;
    }

    private void speak(Language language) {
        spoken = new Texts(language);
        tree.speak(book.words(language));
        for (Language each : Language.values()) {
            if (node.lookup("#guidelines-language-" + each.tag()) instanceof ToggleButton button) {
                button.setSelected(each == language);
            }
        }
        show();
    }

    private void show() {
        var words = book.words(spoken.language());
        var general = new GeneralPages(book, words, spoken, this::turnTo);
        var shown =
                switch (page) {
                    case BookPage.Whole() -> general.whole();
                    case BookPage.OfChapter(int number) ->
                        general.of(book.chapters().stream()
                                .filter(chapter -> chapter.number() == number)
                                .findFirst()
                                .orElseThrow());
                    case BookPage.OfSection(SectionCode code) ->
                        new SectionPage(book, words, spoken)
                                .of(book.section(code).orElseThrow(), named);
                };
        path.set(
                page instanceof BookPage.OfSection(SectionCode code)
                        ? List.of(code + " " + words.title(code))
                        : List.of());
        content.setContent(shown);
        content.setVvalue(0);
        if (named != null) {
            scrollTo(shown, SectionPage.rowId(named));
        }
    }

    /** The page must be laid out before one knows where on it the clause stands. */
    private void scrollTo(VBox shown, String rowId) {
        for (Node row : shown.getChildren()) {
            if (rowId.equals(row.getId())) {
                content.applyCss();
                content.layout();
                double seen = content.getViewportBounds().getHeight();
                double beyond = shown.getHeight() - seen;
                if (row.getBoundsInParent().getMaxY() > seen && beyond > 0) {
                    content.setVvalue(Math.clamp((row.getBoundsInParent().getMinY() - 120) / beyond, 0, 1));
                }
            }
        }
    }
}
