package org.moderationdesk.db;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.moderationdesk.base.CanonicalJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds. It goes with an HMAC under the file's key, so that only this store's desk can have written it.
 *
 * @param madeAt milliseconds
 * @param opensAlone whether the store opened without a passphrase, and shall again after a restore
 */
record BackupManifest(long madeAt, boolean opensAlone, List<Part> files) {
    static final String NAME = "manifest.json";
    static final String MAC_NAME = "manifest.mac";
    static final String KEY_NAME = "desk.key";
    static final String STORE_NAME = DeskFolder.STORE_NAME + ".mv.db";
    static final String MEDIA = "media/";

    private static final String SEGMENT = "[A-Za-z0-9][A-Za-z0-9._-]{0,199}";
    private static final Pattern FILE_NAME =
            Pattern.compile(Pattern.quote(STORE_NAME) + "|" + MEDIA + SEGMENT + "(/" + SEGMENT + "){0,4}");

    BackupManifest {
        files = List.copyOf(files);
    }

    long bytes() {
        return files.stream().mapToLong(Part::bytes).sum();
    }

    byte[] json() {
        var written = Map.of(
                "format",
                1,
                "madeAt",
                madeAt,
                "opensAlone",
                opensAlone,
                "files",
                files.stream().map(Part::written).toList());
        return CanonicalJson.write(written).getBytes(StandardCharsets.UTF_8);
    }

    static BackupManifest parse(byte[] json) throws StoreRefused {
        try {
            JsonNode root = JsonMapper.shared().readTree(json);
            var files = new ArrayList<Part>();
            root.required("files").values().forEach(file -> files.add(Part.read(file)));
            var names = new HashSet<String>();
            files.forEach(file -> names.add(file.name()));
            if (root.required("format").intValue() != 1
                    || names.size() != files.size()
                    || !names.contains(STORE_NAME)) {
                throw new StoreRefused(new StoreRefused.BackupDamaged());
            }
            return new BackupManifest(
                    root.required("madeAt").longValue(),
                    root.required("opensAlone").booleanValue(),
                    files);
        } catch (JacksonException | IllegalArgumentException malformed) {
            throw new StoreRefused(new StoreRefused.BackupDamaged(), malformed);
        }
    }

    /** One file: its name, with a slash between folders, its length and SHA-256. */
    record Part(String name, long bytes, String sha256) {
        Part {
            if (!FILE_NAME.matcher(name).matches() || bytes < 0) {
                throw new IllegalArgumentException("no file of a backup");
            }
        }

        private Map<String, ?> written() {
            return Map.of("name", name, "bytes", bytes, "sha256", sha256);
        }

        private static Part read(JsonNode file) {
            return new Part(
                    file.required("name").stringValue(),
                    file.required("bytes").longValue(),
                    file.required("sha256").stringValue());
        }
    }
}
