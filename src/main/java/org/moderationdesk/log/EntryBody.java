package org.moderationdesk.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.Sha256;

/**
 * The body of an entry: canonical JSON (RFC 8785) with exactly these members.
 *
 * <pre>{"at":ms,"by":…,"case":n|null,"facts":{…},"item":…|null,"kind":…,
 * "personal":[[id,saltedHash],…],"rows":[[table,key,digest|null,was|null],…],"seq":n}</pre>
 */
final class EntryBody {
    private EntryBody() {}

    static String write(long seq, Act act, Entry entry, List<List<String>> personal) {
        var body = new TreeMap<String, @Nullable Object>();
        body.put("at", act.at().toEpochMilli());
        body.put("by", act.by());
        body.put("case", entry.caseId());
        body.put("facts", entry.facts());
        body.put("item", entry.itemId());
        body.put("kind", entry.kind());
        body.put("personal", personal);
        body.put("rows", entry.rows().stream().map(EntryBody::row).toList());
        body.put("seq", seq);
        return CanonicalJson.write(body);
    }

    /** SHA-256 over the 64 hexadecimal digits of the entry before and the body as UTF-8. */
    static String hash(String before, String body) {
        var sha = Sha256.digest();
        sha.update(before.getBytes(StandardCharsets.US_ASCII));
        sha.update(body.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha.digest());
    }

    private static List<@Nullable Object> row(RowState row) {
        return Arrays.asList(row.table(), row.key(), row.digest(), row.was());
    }
}
