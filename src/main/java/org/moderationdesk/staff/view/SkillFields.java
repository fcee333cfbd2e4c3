package org.moderationdesk.staff.view;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.CodesField;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.staff.Skills;

/** The languages and sections that somebody judges. */
final class SkillFields extends VBox {
    private final CodesField languages;
    private final CodesField sections;

    SkillFields(Texts texts, UnaryOperator<String> sectionName, Skills now) {
        getStyleClass().add("gap-8");
        languages = new CodesField(
                texts,
                "person-languages",
                new CodesField.Words(
                        texts.get("staff.people.languages"),
                        texts.get("staff.people.languages.prompt"),
                        code -> texts.get("staff.people.languages.unknown", code),
                        code -> language(code, texts.locale())),
                now.languages());
        sections = new CodesField(
                texts,
                "person-sections",
                new CodesField.Words(
                        texts.get("staff.people.sections"),
                        texts.get("staff.people.sections.prompt"),
                        code -> texts.get("staff.people.sections.unknown", code),
                        code -> section(code, sectionName)),
                now.sections());
        getChildren()
                .addAll(
                        languages,
                        sections,
                        DoorPanel.words(texts.get("staff.people.skills.note"), "muted", "size-12"));
    }

    /** Empty when something typed is no code; its field says so. */
    Optional<Skills> skills() {
        Optional<Set<String>> spoken = languages.codes();
        Optional<Set<String>> judged = sections.codes();
        return spoken.flatMap(some -> judged.map(codes -> new Skills(some, codes)));
    }

    private static String language(String code, Locale shown) {
        Locale named = Locale.forLanguageTag(code);
        String words = named.getDisplayName(shown);
        boolean known = !named.getLanguage().isEmpty()
                && !named.getDisplayLanguage(shown).equals(named.getLanguage())
                && named.toLanguageTag().equals(code);
        return known ? code + " " + words : "";
    }

    private static String section(String code, UnaryOperator<String> sectionName) {
        String words = sectionName.apply(code);
        return words.isEmpty() ? "" : code + " " + words;
    }
}
