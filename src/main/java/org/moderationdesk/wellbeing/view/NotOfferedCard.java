package org.moderationdesk.wellbeing.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.guidelines.Chapter;
import org.moderationdesk.guidelines.Section;
import org.moderationdesk.queue.Except;

/** Chapters and sections that the person is not offered: ticked and kept at once, and nobody asks why. */
final class NotOfferedCard {
    private final Kit kit;
    private final Texts texts;
    private final WellbeingModel model;
    private final Map<Integer, CheckBox> chapters = new HashMap<>();
    private final Map<String, CheckBox> sections = new HashMap<>();
    private final Label said = new Label();
    private final VBox node = new VBox();
    private boolean showing;

    NotOfferedCard(Kit kit, Book book, WellbeingModel model) {
        this.kit = kit;
        this.texts = kit.texts();
        this.model = model;
        var heading = new Label(texts.get("wellbeing.not-offered"));
        heading.getStyleClass().addAll("strong", "size-14");
        var words = new Label(texts.get("wellbeing.not-offered.sentence"));
        words.getStyleClass().addAll("muted", "size-12");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        said.setId("not-offered-said");
        said.getStyleClass().addAll("size-12", "muted");
        node.setId("not-offered");
        node.getStyleClass().addAll("card", "gap-12");
        node.getChildren().addAll(heading, words);
        BookWords bookWords = book.words(texts.language());
        var all = new FlowPane();
        all.getStyleClass().add("not-offered-chapters");
        book.chapters().forEach(chapter -> all.getChildren().add(chapter(chapter, bookWords)));
        node.getChildren().addAll(all, said);
    }

    Node node() {
        return node;
    }

    void refresh() {
        kit.background()
                .run(
                        () -> model.wellbeing().notOffered(model.person()),
                        this::show,
                        _ -> said.setText(texts.get("wellbeing.day.failed")));
    }

    private Node chapter(Chapter chapter, BookWords words) {
        var whole = box("not-offered-" + chapter.number(), chapter.number() + " " + words.chapter(chapter.number()));
        whole.getStyleClass().add("medium");
        chapters.put(chapter.number(), whole);
        List<Node> parts = new ArrayList<>(List.of(whole));
        for (Section section : chapter.sections()) {
            String code = section.code().value();
            var one = box("not-offered-" + code.replace('.', '-'), code + " " + words.title(section.code()));
            one.getStyleClass().add("not-offered-section");
            one.disableProperty().bind(whole.selectedProperty());
            sections.put(code, one);
            parts.add(one);
        }
        var column = new VBox();
        column.getStyleClass().add("not-offered-chapter");
        column.getChildren().addAll(parts);
        return column;
    }

    private CheckBox box(String id, String words) {
        var box = new CheckBox(words);
        box.setId(id);
        box.setWrapText(true);
        box.selectedProperty().subscribe((_, _) -> keep());
        return box;
    }

    private void show(Except chosen) {
        showing = true;
        chapters.forEach((number, box) -> box.setSelected(chosen.chapters().contains(number)));
        sections.forEach((code, box) -> box.setSelected(chosen.sections().contains(code)));
        showing = false;
    }

    private void keep() {
        if (showing) {
            return;
        }
        Set<Integer> wholeChapters = new HashSet<>();
        chapters.forEach((number, box) -> {
            if (box.isSelected()) {
                wholeChapters.add(number);
            }
        });
        Set<String> single = new HashSet<>();
        sections.forEach((code, box) -> {
            if (box.isSelected()) {
                single.add(code);
            }
        });
        var chosen = new Except(wholeChapters, single);
        kit.background()
                .run(
                        () -> {
                            model.wellbeing().offerNot(model.person(), chosen);
                            return chosen;
                        },
                        _ -> said.setText(texts.get("wellbeing.not-offered.kept")),
                        _ -> said.setText(texts.get("wellbeing.day.failed")));
    }
}
