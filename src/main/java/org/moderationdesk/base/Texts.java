package org.moderationdesk.base;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of the interface in one language, from {@code text/<feature>.properties} on the class path. A key begins
 * with its feature: {@code queue.empty.title} stands in {@code text/queue.properties}. Safe for any thread.
 */
public final class Texts {
    private final Language language;
    private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();
    private final Map<String, MessageFormat> formats = new HashMap<>();

    public Texts(Language language) {
        this.language = language;
    }

    public Language language() {
        return language;
    }

    /** The locale for numbers and dates beside these words. */
    public Locale locale() {
        return language == Language.NL ? Locale.forLanguageTag("nl-NL") : Locale.forLanguageTag("en-GB");
    }

    /**
     * The words under this key, with {0}, {1}… filled in by {@link MessageFormat} where arguments are given. Words without
     * such places are said as they stand, apostrophes too.
     */
    public String get(String key, Object... arguments) {
        String words = bundle(key).getString(key);
        if (arguments.length == 0 || words.indexOf('{') < 0) {
            return words;
        }
        synchronized (formats) {
            return formats.computeIfAbsent(key, k -> new MessageFormat(words, locale()))
                    .format(arguments);
        }
    }

    /** Whether there are words under this key. */
    public boolean has(String key) {
        try {
            return bundle(key).containsKey(key);
        } catch (MissingResourceException absent) {
            return false;
        }
    }

    private ResourceBundle bundle(String key) {
        int dot = key.indexOf('.');
        String feature = dot < 0 ? key : key.substring(0, dot);
        return bundles.computeIfAbsent(feature, this::load);
    }

    private ResourceBundle load(String feature) {
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        Locale bundleLocale = language == Language.NL ? Locale.forLanguageTag("nl") : Locale.ROOT;
        return ResourceBundle.getBundle("text." + feature, bundleLocale, Texts.class.getClassLoader(), noFallback);
    }
}
