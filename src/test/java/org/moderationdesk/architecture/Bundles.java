package org.moderationdesk.architecture;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text bundles of one folder: English in {@code <feature>.properties}, Dutch in {@code <feature>_nl.properties}. */
final class Bundles {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern CHOICE = Pattern.compile("^(\\{\\d+),choice,.*$");
    private static final String DUTCH = "_nl.properties";

    private final Path folder;

    /** @param folder may be missing: then there are no bundles */
    Bundles(Path folder) {
        this.folder = folder;
    }

    /** The names of the English bundles, such as {@code queue}. */
    Set<String> names() {
        return files().map(file -> file.getFileName().toString())
                .filter(name -> !name.endsWith(DUTCH))
                .map(name -> name.replace(".properties", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every English key of every bundle. */
    Set<String> keys() {
        return names().stream()
                .flatMap(name -> english(name).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is wrong in the bundles, each with the line to paste. */
    List<String> faults() {
        List<String> found = new ArrayList<>();
        files().forEach(file -> found.addAll(faultsOfOne(file)));
        for (String name : names()) {
            Path dutch = folder.resolve(name + DUTCH);
            if (!Files.exists(dutch)) {
                found.add(dutch + " is missing");
                continue;
            }
            Map<String, String> inEnglish = english(name);
            Map<String, String> inDutch = read(dutch, new ArrayList<>());
            inEnglish.forEach((key, value) -> {
                String other = inDutch.get(key);
                if (other == null) {
                    found.add("%s lacks a line, paste and translate: %s=%s".formatted(dutch, key, value));
                } else if (!places(value).equals(places(other))) {
                    found.add("%s: %s=%s has other places than %s".formatted(dutch, key, other, value));
                }
            });
            inDutch.forEach((key, value) -> {
                if (!inEnglish.containsKey(key)) {
                    found.add("%s.properties lacks a line, paste and translate: %s=%s".formatted(name, key, value));
                }
            });
        }
        return found;
    }

    private List<String> faultsOfOne(Path file) {
        List<String> found = new ArrayList<>();
        String feature = file.getFileName().toString().replace(DUTCH, "").replace(".properties", "");
        read(file, found).forEach((key, value) -> {
            if (value.isBlank()) {
                found.add("%s: %s is empty".formatted(file, key));
            }
            boolean formatted = PLACE.matcher(value).find();
            if (formatted && value.replace("''", "").contains("'")) {
                found.add("%s: %s has places, so write each ' twice".formatted(file, key));
            }
            if (!formatted && value.contains("''")) {
                found.add("%s: %s has no places, so write each ' once".formatted(file, key));
            }
            if (!key.startsWith(feature + ".")) {
                found.add("%s: %s does not start with %s.".formatted(file, key, feature));
            }
        });
        return found;
    }

    private Map<String, String> english(String name) {
        return read(folder.resolve(name + ".properties"), new ArrayList<>());
    }

    private static Map<String, String> read(Path file, List<String> faults) {
        Set<Object> seen = new HashSet<>();
        var lines = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                if (!seen.add(key)) {
                    faults.add("%s: %s stands twice".formatted(file, key));
                }
                return super.put(key, value);
            }
        };
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        lines.forEach((key, value) -> texts.put((String) key, (String) value));
        return texts;
    }

    /** The words of a choice are the language's own, so only its number counts. */
    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(place -> CHOICE.matcher(place).replaceFirst("$1}"))
                .collect(Collectors.toSet());
    }

    private Stream<Path> files() {
        if (!Files.exists(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".properties")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
