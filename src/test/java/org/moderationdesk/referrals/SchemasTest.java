package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.referrals.FilingDesk.ANNA;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fault;
import org.moderationdesk.referrals.ncmec.Outline;
import org.moderationdesk.referrals.ncmec.OutlineSchema;
import org.moderationdesk.referrals.ncmec.Rule;
import org.moderationdesk.referrals.ncmec.Samples;
import org.moderationdesk.referrals.ncmec.XmlRefused;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

/** The second check, by a schema that somebody fetched. */
@OnBothStores
final class SchemasTest {
    private final Store store = TestStore.create();
    private final Outline outline = Outline.read();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatTheSchemaRefusesIsRefusedAtItsFieldWhoeverFetchedIt() throws XmlRefused {
        Element report = Samples.document("report");
        List<Element> files = List.of(Samples.document("file"));
        assertThat(schemas().check(report, files)).isEmpty();
        byte[] stricter = OutlineSchema.text()
                .replaceFirst("<xs:element name=\"platform\"[^>]*/>", "")
                .getBytes(StandardCharsets.UTF_8);

        String sha = schemas().keep(ANNA, stricter);

        Schemas other = schemas();
        assertThat(other.check(report, files)).as("not read yet").isEmpty();
        other.ready();
        assertThat(other.check(report, files)).extracting(Fault::rule).contains(Rule.REFUSED_BY_SCHEMA);
        assertThat(sha).hasSize(64);
        assertThat(schemas().keep(ANNA, schema())).isNotEqualTo(sha);
        other.ready();
        assertThat(other.check(report, files)).isEmpty();
    }

    @Test
    void whatIsNoSchemaIsNotKept() {
        var reviewer = new Person("rik", Set.of(Role.REVIEWER), true);

        assertThatThrownBy(() -> schemas().keep(ANNA, "<html/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(XmlRefused.class);
        assertThatThrownBy(() -> schemas().keep(reviewer, schema())).isInstanceOf(RightRefused.class);
        assertThat(store.read(handle -> handle.createQuery("select count(*) from filing_schema")
                                .mapTo(Integer.class)
                                .one())
                        .intValue())
                .isZero();
    }

    private static byte[] schema() {
        return OutlineSchema.text().getBytes(StandardCharsets.UTF_8);
    }

    private Schemas schemas() {
        return new Schemas(store, new StoredEventLog(store, Samples.CLOCK), outline, Samples.CLOCK);
    }
}
