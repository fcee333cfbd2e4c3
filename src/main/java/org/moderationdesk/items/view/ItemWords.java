package org.moderationdesk.items.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;

/** How kinds, severities and sections are called and drawn. */
public final class ItemWords {
    private final Texts texts;
    private final Book book;
    private final BookWords words;

    public ItemWords(Texts texts, Book book) {
        this.texts = texts;
        this.book = book;
        this.words = book.words(texts.language());
    }

    public Texts texts() {
        return texts;
    }

    public Book book() {
        return book;
    }

    public BookWords bookWords() {
        return words;
    }

    public String kind(ItemKind kind) {
        return texts.get("items.kind." + kind);
    }

    public Icon icon(ItemKind kind) {
        return switch (kind) {
            case VIDEO -> Icon.VIDEO;
            case AUDIO -> Icon.AUDIO;
            case LIVESTREAM -> Icon.LIVESTREAM;
            case IMAGE -> Icon.IMAGE;
            case COMMENT -> Icon.COMMENT;
            case TEXT -> Icon.TEXT;
            case ACCOUNT -> Icon.ACCOUNT;
        };
    }

    public String severity(Severity severity) {
        return texts.get("items.severity." + severity);
    }

    /** From 1 for low to 4 for critical. */
    public int step(Severity severity) {
        return severity.ordinal() + 1;
    }

    /** The title of the section that a code means; the code itself where the book lacks it. */
    public String section(String code) {
        return book.sectionNamed(code).map(words::title).orElse(SafeLine.of(code));
    }

    /** What a case is about: the first section that its reports name. */
    public String about(List<String> sections) {
        return sections.isEmpty() ? texts.get("items.section.none") : section(sections.getFirst());
    }

    /** A language by its name, as in "Dutch"; the tag itself where nobody knows it. */
    public String language(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayLanguage(texts.locale());
        return name.isEmpty() ? SafeLine.of(tag) : name;
    }

    /** Language and region as they came, such as "nl · NL". */
    public String languageAndRegion(@Nullable String language, @Nullable String region) {
        String spoken = Optional.ofNullable(language).map(SafeLine::of).orElse("");
        String place = Optional.ofNullable(region).map(SafeLine::of).orElse("");
        return spoken.isEmpty() || place.isEmpty() ? spoken + place : spoken + " · " + place;
    }
}
