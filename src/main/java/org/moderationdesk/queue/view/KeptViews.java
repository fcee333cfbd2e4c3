package org.moderationdesk.queue.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Background;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.settings.Settings;

/** The small forms of the filters: a kept view by its name, a chapter or section by its first letters. */
final class KeptViews implements FilterBar.Views {
    private static final double NOTE = 280;
    private static final int LONGEST_NAME = 60;

    private final QueueModel model;
    private final ItemWords words;
    private final FilterWords filters;
    private final Settings settings;
    private final Background background;
    private SavedViews kept = SavedViews.none();

    KeptViews(QueueModel model, ItemWords words, Settings settings, Background background) {
        this.model = model;
        this.words = words;
        this.filters = new FilterWords(words);
        this.settings = settings;
        this.background = background;
    }

    /** Reads the kept views; ones that cannot be read are left alone, and the list goes on without them. */
    void read() {
        background.run(
                () -> settings.read(SavedViews.TOPIC, SavedViews.class, SavedViews.none()),
                read -> {
                    kept = read;
                    if (!read.views().isEmpty()) {
                        // What an earlier version kept and this one does not goes from the disk as well.
                        write(read, _ -> {});
                    }
                },
                _ -> kept = SavedViews.none());
    }

    @Override
    public List<SavedViews.SavedView> all() {
        return kept.views();
    }

    @Override
    public void choose(SavedViews.SavedView view) {
        model.orderingProperty().set(view.ordering());
        model.filterProperty().set(view.filter());
    }

    @Override
    public void forget(SavedViews.SavedView view) {
        write(kept.without(view.name()), _ -> {});
    }

    @Override
    public void keep(Node below) {
        Texts texts = words.texts();
        var name = new TextField();
        name.setId("queue-view-name");
        name.setPromptText(texts.get("queue.view.name"));
        name.setAccessibleText(texts.get("queue.view.name"));
        var save = new Button(texts.get("queue.view.save"));
        save.setId("queue-view-save");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.disableProperty().bind(name.textProperty().map(text -> text.isBlank() || text.length() > LONGEST_NAME));
        var problem = new Label();
        problem.getStyleClass().add("field-problem");
        var content = new VBox(new Label(texts.get("queue.view.keepAs")), name, problem, save);
        if (!model.filterProperty().get().text().isEmpty()) {
            var unkept = new Label(texts.get("queue.view.without-words"));
            unkept.setId("queue-view-without-words");
            unkept.getStyleClass().addAll("muted", "size-12");
            unkept.setWrapText(true);
            unkept.setMaxWidth(NOTE);
            content.getChildren().add(2, unkept);
        }
        PopOver over = popOver(content);
        save.setOnAction(_ -> {
            var view = new SavedViews.SavedView(
                    name.getText().strip(),
                    model.filterProperty().get(),
                    model.orderingProperty().get());
            write(kept.with(view), failed -> {
                if (failed == null) {
                    over.hide();
                } else {
                    problem.setText(texts.get("queue.view.notKept"));
                }
            });
        });
        over.show(below);
        name.requestFocus();
    }

    private void write(SavedViews views, Consumer<@Nullable Exception> onDone) {
        background.run(
                () -> {
                    settings.write(SavedViews.TOPIC, views);
                    return views;
                },
                written -> {
                    kept = written;
                    onDone.accept(null);
                },
                onDone::accept);
    }

    @Override
    public void askForSection(Node below) {
        Texts texts = words.texts();
        var search = new TextField();
        search.setId("queue-section-search");
        search.setPromptText(texts.get("queue.filter.sectionSearch"));
        search.setAccessibleText(texts.get("queue.filter.sectionSearch"));
        var list = new ListView<FilterChoice>();
        list.setId("queue-section-list");
        list.setAccessibleText(texts.get("queue.filter.section"));
        list.getStyleClass().add("section-choices");
        list.setCellFactory(_ -> new ChoiceCell(filters));
        List<FilterChoice> all = chaptersAndSections();
        search.textProperty().subscribe(text -> {
            String wanted = text.strip().toLowerCase(words.texts().locale());
            list.getItems()
                    .setAll(all.stream()
                            .filter(choice -> mentions(choice, wanted))
                            .toList());
            list.getSelectionModel().selectFirst();
        });
        PopOver over = popOver(new VBox(search, list));
        Runnable pick = () -> {
            FilterChoice chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                over.hide();
                model.put(chosen, true);
            }
        };
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                pick.run();
            } else if (event.getCode() == KeyCode.DOWN) {
                event.consume();
                list.requestFocus();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                pick.run();
            }
        });
        list.setOnMouseClicked(_ -> pick.run());
        over.show(below);
        search.requestFocus();
    }

    private boolean mentions(FilterChoice choice, String wanted) {
        return filters.of(choice).toLowerCase(words.texts().locale()).contains(wanted);
    }

    private List<FilterChoice> chaptersAndSections() {
        var all = new ArrayList<FilterChoice>();
        words.book().chapters().forEach(chapter -> {
            all.add(new FilterChoice.InChapter(chapter.number()));
            chapter.sections()
                    .forEach(section ->
                            all.add(new FilterChoice.InSection(section.code().value())));
        });
        return all;
    }

    static PopOver popOver(Node content) {
        var over = new PopOver(content);
        over.setArrowSize(0);
        over.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        over.setDetachable(false);
        over.setHideOnEscape(true);
        content.getStyleClass().add("pop-over");
        over.getStyleClass().add("desk-pop-over");
        return over;
    }

    /** A chapter or section by its name. */
    private static final class ChoiceCell extends ListCell<FilterChoice> {
        private final FilterWords filters;

        ChoiceCell(FilterWords filters) {
            this.filters = filters;
        }

        @Override
        protected void updateItem(FilterChoice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty || choice == null ? null : filters.of(choice));
            getStyleClass().remove("chapter-choice");
            if (choice instanceof FilterChoice.InChapter) {
                getStyleClass().add("chapter-choice");
            }
        }
    }
}
