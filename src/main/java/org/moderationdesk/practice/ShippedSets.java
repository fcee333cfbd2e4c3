package org.moderationdesk.practice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.TreeMap;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.Language;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Item;

/**
 * The sets that come with the desk: harmless items, made up, that say in words what they stand for. Their items are in one
 * language, by choice; what is said about them is in both. Read anew each time; not for the JavaFX thread.
 */
public final class ShippedSets {
    /** In the order in which they are best practised. */
    public static final List<String> NAMES = List.of(
            "start-here",
            "rules-with-exceptions",
            "weapons-and-settings",
            "criticism-or-bullying",
            "impersonation-or-fan",
            "minor-safety-and-referrals");

    /** They came with the desk, so no time in them lies ahead of it. */
    private static final DeskFormat FORMAT = new DeskFormat(Instant.parse("9000-01-01T00:00:00Z"));

    private static final String FOLDER = "/practice/";
    private static final String SCENE = "scene";

    /**
     * All of them.
     *
     * @param language of the items
     * @param by who stands for their keys
     */
    public List<ShippedSet> in(Language language, String by) {
        return NAMES.stream().map(name -> read(name, language, by)).toList();
    }

    /** One of them, see {@link #in}. */
    public ShippedSet read(String name, Language language, String by) {
        SetTerms terms = TermsJson.read(text(name + "/set.json"), name, "2020-12");
        Map<String, KeyJson.Line> keys = keys(name, language, by);
        for (Language other : Language.values()) {
            if (other != language) {
                keys(name, other, by).forEach((id, line) -> keys.computeIfPresent(id, (_, here) -> both(here, line)));
            }
        }
        List<Changes.Put> items = new ArrayList<>();
        List<ShippedSet.Drawing> drawings = new ArrayList<>();
        for (String line : lines(name + "/items." + language.tag() + ".jsonl")) {
            var fields = new TreeMap<String, Object>(Json.map(line));
            Object scene = fields.remove(SCENE);
            FlaggedItem flagged = FORMAT.read(CanonicalJson.write(fields));
            Item item = flagged.item();
            KeyJson.Line key = keys.get(item.id());
            items.add(new Changes.Put(key == null ? Told.nothing() : key.title(), flagged, null));
            item.media().forEach(file -> {
                if (file.path() != null && scene != null) {
                    drawings.add(new ShippedSet.Drawing(file.path(), scene.toString(), item));
                }
            });
        }
        return new ShippedSet(name, terms, items, List.copyOf(keys.values()), drawings);
    }

    private static Map<String, KeyJson.Line> keys(String name, Language language, String by) {
        Map<String, KeyJson.Line> keys = new LinkedHashMap<>();
        String file = name + "/keys." + language.tag() + ".jsonl";
        for (String line : lines(file)) {
            KeyJson.Line read = KeyJson.read(line, file, by);
            if (keys.put(read.itemId(), read) != null) {
                throw Json.format(file + " " + read.itemId());
            }
        }
        return keys;
    }

    /** What is decided is that of the first; what is said about it, of both. */
    private static KeyJson.Line both(KeyJson.Line one, KeyJson.Line other) {
        AnswerKey key = one.key();
        return new KeyJson.Line(
                one.itemId(),
                both(one.title(), other.title()),
                new AnswerKey(
                        key.accepted(),
                        key.counts(),
                        both(key.why(), other.key().why()),
                        both(key.lookFor(), other.key().lookFor()),
                        key.difficulty(),
                        key.clause(),
                        key.agreed()));
    }

    private static Told both(Told one, Told other) {
        var words = new TreeMap<>(other.words());
        words.putAll(one.words());
        return new Told(words);
    }

    private static List<String> lines(String file) {
        return text(file).lines().filter(line -> !line.isBlank()).toList();
    }

    private static String text(String file) {
        try (InputStream in = ShippedSets.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new MissingResourceException(
                        "no such file came with the desk", ShippedSets.class.getName(), file);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readAllAsString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
