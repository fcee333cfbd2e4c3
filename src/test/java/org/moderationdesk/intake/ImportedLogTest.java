package org.moderationdesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.items.ItemTables;
import org.moderationdesk.items.Lines;
import org.moderationdesk.log.ProjectedTable;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.queue.QueueTables;

@OnBothStores
class ImportedLogTest {
    @TempDir
    Path folder;

    private IntakeDesk desk;

    @BeforeEach
    void importSeveralTimes() {
        desk = new IntakeDesk(folder);
        desk.take(Lines.CONTRACT, report("a", 1, "r1", ""), report("a", 1, "r2", ""));
        desk.take(
                report("a", 2, "r3", "\"author\":{\"id\":\"u-7\",\"bio\":\"new\"},"),
                report("a", 3, "r3", "\"author\":{\"id\":\"u-7\",\"bio\":\"newer\"},"),
                report("b", 1, "r1", ""),
                report("b", 1, "r2", "\"author\":{\"id\":\"u-8\"},"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyImportedRowFollowsFromTheLog() {
        assertThat(verdict().intact()).isTrue();
        assertThat(desk.file("b").account().author().id())
                .as("an author who becomes known later is linked")
                .isEqualTo("u-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update account set content = '{\"id\":\"u-7\"}' where id = 'u-7'",
                "update account set handle = '@other' where id = 'u-7'",
                "update item set account_id = 'u-8' where id = 'a'",
                "update item_version set content = replace(content, 'tekst', 'text') where item_id = 'a' and version ="
                        + " 1",
                "update item_version set text_hash = null where item_id = 'a' and version = 1",
                "delete from item_version where item_id = 'a' and version = 1",
                "update item_media set state = 'STORED'",
                "update report set reporter = 'x' where item_id = 'a' and id = 'r1'",
                "update report set case_id = 99 where item_id = 'a' and id = 'r1'",
                "delete from report where item_id = 'b' and id = 'r2'",
                "insert into report select 'b', 'r9', case_id, source, reporter, at, arrived_at, sections, content,"
                        + " event_seq from report where item_id = 'b' and id = 'r2'"
            })
    void aRowChangedBehindTheLogsBackIsFound(String change) {
        int changed = desk.store().write(handle -> handle.execute(change));

        assertThat(changed).isEqualTo(1);
        assertThat(verdict().intact()).isFalse();
    }

    private Verdict verdict() {
        List<ProjectedTable> tables = new ArrayList<>(ItemTables.all());
        tables.addAll(QueueTables.all());
        return new Verifier(desk.store(), tables).verify((_, _) -> {});
    }

    private static String report(String id, int version, String report, String fields) {
        return ("{\"id\":\"%s\",\"kind\":\"TEXT\",\"version\":%d,%s\"text\":\"tekst\",\"reports\":[{\"id\":\"%s\","
                        + "\"source\":\"USER\",\"reporter\":\"u\",\"at\":\"2026-11-02T10:00:00Z\"}]}")
                .formatted(id, version, fields, report);
    }
}
