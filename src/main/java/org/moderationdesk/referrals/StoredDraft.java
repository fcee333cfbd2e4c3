package org.moderationdesk.referrals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.referrals.ncmec.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A row of the table {@code filing_draft}. */
record StoredDraft(String body, String by, Instant at, int revision) {
    private static final String FIND =
            "select body, saved_by, saved_at, revision from filing_draft where referral_id = ?";
    private static final String DRAFTED = "select referral_id from filing_draft where referral_id in (<ids>)";
    private static final String INSERT = """
        insert into filing_draft (referral_id, item_id, body, saved_by, saved_at, revision) values (?, ?, ?, ?, ?, 1)
        """;
    private static final String UPDATE = """
        update filing_draft set body = ?, saved_by = ?, saved_at = ?, revision = revision + 1
         where referral_id = ? and revision = ?
        """;

    /** A file of a draft, before it is known how it is called and how long it is. */
    record File(String sha256, boolean sent, Element details) {}

    static Optional<StoredDraft> find(Handle handle, String referralId) {
        return handle.createQuery(FIND)
                .bind(0, referralId)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** Those of the referrals that have one. */
    static List<String> among(Handle handle, List<String> referrals) {
        return referrals.isEmpty()
                ? List.of()
                : handle.createQuery(DRAFTED)
                        .bindList("ids", referrals)
                        .mapTo(String.class)
                        .list();
    }

    /** Saves it where nobody else has saved one since; answers with whether it did. */
    static boolean save(Handle handle, String referralId, String itemId, StoredDraft draft) {
        long at = draft.at.toEpochMilli();
        return draft.revision == 0
                ? find(handle, referralId).isEmpty()
                        && handle.execute(INSERT, referralId, itemId, draft.body, draft.by, at) == 1
                : handle.execute(UPDATE, draft.body, draft.by, at, referralId, draft.revision) == 1;
    }

    static String body(Element report, List<File> files) {
        List<Object> all = new ArrayList<>();
        for (File file : files) {
            all.add(Map.of("sha256", file.sha256(), "sent", file.sent(), "details", json(file.details())));
        }
        return CanonicalJson.write(Map.of("report", json(report), "files", all));
    }

    Element report() {
        return element(root().path("report"));
    }

    List<File> files() {
        List<File> files = new ArrayList<>();
        root().path("files")
                .forEach(file -> files.add(new File(
                        file.path("sha256").asString(), file.path("sent").asBoolean(), element(file.path("details")))));
        return files;
    }

    private JsonNode root() {
        return JsonMapper.shared().readTree(body);
    }

    /** Not as XML: a draft may hold what a document cannot carry, and is told so. */
    private static Map<String, Object> json(Element element) {
        return Map.of(
                "name",
                element.name(),
                "attributes",
                element.attributes(),
                "children",
                element.children().stream().map(StoredDraft::json).toList(),
                "text",
                element.text());
    }

    private static Element element(JsonNode json) {
        Map<String, String> attributes = new LinkedHashMap<>();
        json.path("attributes")
                .properties()
                .forEach(one -> attributes.put(one.getKey(), one.getValue().asString()));
        List<Element> children = new ArrayList<>();
        json.path("children").forEach(child -> children.add(element(child)));
        return new Element(
                json.path("name").asString(),
                attributes,
                children,
                json.path("text").asString());
    }

    private static StoredDraft read(ResultSet row) throws SQLException {
        return new StoredDraft(
                Objects.requireNonNull(row.getString("body")),
                Objects.requireNonNull(row.getString("saved_by")),
                Instant.ofEpochMilli(row.getLong("saved_at")),
                row.getInt("revision"));
    }
}
