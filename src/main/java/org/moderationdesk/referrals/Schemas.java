package org.moderationdesk.referrals;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fault;
import org.moderationdesk.referrals.ncmec.Outline;
import org.moderationdesk.referrals.ncmec.SchemaCheck;
import org.moderationdesk.referrals.ncmec.Validator;
import org.moderationdesk.referrals.ncmec.XmlRefused;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Both checks of a report: the desk's own, and NCMEC's schema once somebody has fetched it, which also says which elements
 * are known there that were not before. Safe for any thread.
 */
public final class Schemas implements Checking {
    private static final String READ = "select body, sha256 from filing_schema where id = 1";
    private static final String UPDATE =
            "update filing_schema set body = ?, sha256 = ?, fetched_by = ?, fetched_at = ? where id = 1";
    private static final String INSERT =
            "insert into filing_schema (body, sha256, fetched_by, fetched_at, id) values (?, ?, ?, ?, 1)";
    /** Stand in for what NCMEC gives once a file is uploaded. */
    private static final long NO_REPORT = 1;

    private static final String NO_FILE = "0".repeat(32);

    private final Store store;
    private final EventLog log;
    private final Outline outline;
    private final InstantSource clock;
    private volatile Held held;

    /** @param schema null while none was fetched */
    private record Held(
            String sha256, Validator validator, @Nullable SchemaCheck schema) {}

    private record Kept(String body, String sha256) {}

    public Schemas(Store store, EventLog log, Outline outline, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.outline = outline;
        this.clock = clock;
        this.held = new Held("", new Validator(outline, clock, Set.of()), null);
    }

    /**
     * Keeps a schema that was fetched, and checks by it from now on.
     *
     * @return its SHA-256
     * @throws XmlRefused where it is no schema of reports: nothing is kept then
     */
    public String keep(Person person, byte[] xsd) throws XmlRefused {
        Rights.require(person, Right.CHANGE_SETTINGS);
        SchemaCheck unused = SchemaCheck.of(xsd, outline);
        String sha = Sha256.of(xsd);
        var _ = log.record(person.name(), act -> {
            Object[] values = {
                new String(xsd, StandardCharsets.UTF_8),
                sha,
                person.name(),
                act.at().toEpochMilli()
            };
            if (act.handle().execute(UPDATE, values) == 0) {
                act.handle().execute(INSERT, values);
            }
            return act.append(new Entry(
                    EventKind.SETTING_CHANGED,
                    null,
                    null,
                    Map.of(
                            "setting",
                            "ncmec-schema",
                            "sha256",
                            sha,
                            "newer",
                            unused.newer().size()),
                    List.of()));
        });
        ready();
        return sha;
    }

    @Override
    public void ready() {
        Optional<Kept> kept = store.read(handle -> handle.createQuery(READ)
                .map((row, _) -> new Kept(row.getString("body"), row.getString("sha256")))
                .findOne());
        if (kept.isEmpty() || kept.get().sha256().equals(held.sha256())) {
            return;
        }
        try {
            SchemaCheck schema = SchemaCheck.of(kept.get().body().getBytes(StandardCharsets.UTF_8), outline);
            held = new Held(kept.get().sha256(), new Validator(outline, clock, schema.newer()), schema);
        } catch (XmlRefused altered) {
            throw new IllegalStateException("a schema that was kept here", altered);
        }
    }

    @Override
    public List<Fault> check(Element report, List<Element> files) {
        Held now = held;
        List<Fault> faults = now.validator().check(report, files);
        SchemaCheck schema = now.schema();
        if (!faults.isEmpty() || schema == null) {
            return faults;
        }
        List<Fault> refused = new ArrayList<>(schema.check(report));
        for (int i = 0; i < files.size(); i++) {
            String prefix = "fileDetails[" + (i + 1) + "]";
            for (Fault fault : schema.check(FilingRun.numbered(files.get(i), NO_REPORT, NO_FILE))) {
                refused.add(new Fault(fault.path().replaceFirst("^fileDetails", prefix), fault.rule(), fault.values()));
            }
        }
        return List.copyOf(refused);
    }
}
