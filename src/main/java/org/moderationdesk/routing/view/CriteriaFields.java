package org.moderationdesk.routing.view;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.routing.Criteria;

/** Which cases are meant: languages, regions, sections, kinds, severities. */
final class CriteriaFields extends VBox {
    private final Consumer<Criteria> onChange;
    private Criteria value;

    CriteriaFields(Texts texts, Criteria value, Consumer<Criteria> onChange) {
        this.value = value;
        this.onChange = onChange;
        getStyleClass().add("gap-8");
        var languages = Fields.codes(
                "routing-languages",
                texts.get("routing.languages"),
                texts.get("routing.languages.prompt"),
                value.languages(),
                words -> becomes(with(words, this.value.regions(), this.value.sections())));
        var regions = Fields.codes(
                "routing-regions",
                texts.get("routing.regions"),
                texts.get("routing.regions.prompt"),
                value.regions(),
                words -> becomes(with(this.value.languages(), words, this.value.sections())));
        var sections = Fields.codes(
                "routing-sections",
                texts.get("routing.sections"),
                texts.get("routing.sections.prompt"),
                value.sections(),
                words -> becomes(with(this.value.languages(), this.value.regions(), words)));
        var codes = new HBox(languages, regions, sections);
        codes.getStyleClass().add("gap-8");
        codes.getChildren().forEach(field -> HBox.setHgrow(field, Priority.ALWAYS));
        List<Fields.Choice<ItemKind>> kinds = Arrays.stream(ItemKind.values())
                .map(kind -> new Fields.Choice<>(
                        kind, texts.get("decisions.kind." + kind), value.kinds().contains(kind), false))
                .toList();
        List<Fields.Choice<Severity>> severities = Arrays.stream(Severity.values())
                .map(severity -> new Fields.Choice<>(
                        severity,
                        texts.get("guidelines.severity." + severity),
                        value.severities().contains(severity),
                        false))
                .toList();
        getChildren()
                .addAll(
                        codes,
                        Fields.chips(
                                "routing-kinds",
                                texts.get("routing.kinds"),
                                kinds,
                                chosen -> becomes(of(chosen, this.value.severities()))),
                        Fields.chips(
                                "routing-severities",
                                texts.get("routing.severities"),
                                severities,
                                chosen -> becomes(of(this.value.kinds(), chosen))));
    }

    private Criteria with(Set<String> languages, Set<String> regions, Set<String> sections) {
        return new Criteria(languages, regions, sections, value.kinds(), value.severities());
    }

    private Criteria of(Set<ItemKind> kinds, Set<Severity> severities) {
        return new Criteria(value.languages(), value.regions(), value.sections(), kinds, severities);
    }

    private void becomes(Criteria next) {
        if (!next.equals(value)) {
            value = next;
            onChange.accept(next);
        }
    }
}
