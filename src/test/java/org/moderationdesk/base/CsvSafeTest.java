package org.moderationdesk.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSafeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+31612345678",
                "-2+3",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\nx",
                "\0=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20A"
            })
    void aTextThatASpreadsheetWouldCountIsQuoted(String text) {
        assertThat(CsvSafe.cell(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "a=b", "5", "'=1", " =1"})
    void anyOtherTextStaysAsItIs(String text) {
        assertThat(CsvSafe.cell(text)).isEqualTo(text);
    }

    @Test
    void rowsAreQuotedSoThatNoTextLeavesItsCell() {
        var out = new StringWriter();
        try (var csv = new CsvSafe(out, List.of("item", "words", "count"))) {
            csv.row("V-1", "a \"b\", c\r\n=d", 3);
            csv.row("=cmd|' /C calc'!A0", null, -4L);
        }

        assertThat(out.toString()).isEqualTo("""
            "item","words","count"
            "V-1","a ""b"", c\r
            =d",3
            "'=cmd|' /C calc'!A0","",-4
            """.replace("\n", "\r\n").replace("\r\r\n", "\r\n"));
    }
}
