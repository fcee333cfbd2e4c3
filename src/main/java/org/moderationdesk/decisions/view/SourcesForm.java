package org.moderationdesk.decisions.view;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.OffPlatformSource;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;

/** What is known from outside the platform and counts in the decision: listed, added and taken away. */
final class SourcesForm extends VBox {
    private final PanelModel model;
    private final Speech speech;
    private final VBox list = new VBox();
    private final TextField source = new TextField();
    private final TextField reference = new TextField();
    private final TextField why = new TextField();
    private final Button add;
    private List<OffPlatformSource> shown = List.of();

    SourcesForm(PanelModel model, Speech speech) {
        this.model = model;
        this.speech = speech;
        setId("sources-form");
        getStyleClass().addAll("popover-form", "gap-8");
        list.getStyleClass().add("gap-4");
        field(source, "source");
        field(reference, "reference");
        field(why, "why");
        add = new Button(speech.get("decisions.panel.sources.add"));
        add.setId("source-add");
        add.setOnAction(_ -> addSource());
        var filled = source.textProperty()
                .isEmpty()
                .or(reference.textProperty().isEmpty())
                .or(why.textProperty().isEmpty())
                .or(model.proposals().lockedProperty());
        add.disableProperty().bind(filled);
        getChildren().addAll(list, source, reference, why, add);
    }

    private void field(TextField field, String name) {
        field.setId("source-" + name);
        field.setPromptText(speech.get("decisions.panel.sources." + name));
        field.setAccessibleText(speech.get("decisions.panel.sources." + name));
        field.setOnAction(_ -> addSource());
    }

    private void addSource() {
        if (!add.isDisabled()) {
            var added = new OffPlatformSource(
                    source.getText().strip(),
                    reference.getText().strip(),
                    why.getText().strip());
            model.proposals().edit(edit -> edit.offPlatform.add(added));
            List.of(source, reference, why).forEach(TextField::clear);
            source.requestFocus();
        }
    }

    void show(@Nullable Proposal proposal) {
        List<OffPlatformSource> sources = proposal == null ? List.of() : proposal.offPlatform();
        if (!sources.equals(shown)) {
            shown = sources;
            list.getChildren().setAll(sources.stream().map(this::line).toList());
        }
    }

    private HBox line(OffPlatformSource one) {
        var words = new Label(speech.get("decisions.panel.sources.line", one.source(), one.reference()));
        words.getStyleClass().add("size-12");
        words.setMaxWidth(280);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var remove = new Button(null, Icons.small(Icon.REMOVE));
        remove.getStyleClass().addAll("icon-only", "quiet");
        remove.setAccessibleText(speech.get("decisions.panel.sources.remove", one.source()));
        remove.setOnAction(_ -> model.proposals().edit(edit -> edit.offPlatform.remove(one)));
        return new HBox(words, gap, remove);
    }

    void focusFirst() {
        source.requestFocus();
    }
}
