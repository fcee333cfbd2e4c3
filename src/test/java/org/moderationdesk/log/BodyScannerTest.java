package org.moderationdesk.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyScannerTest {
    @ParameterizedTest
    @ValueSource(strings = {"plain", "", "\"", "\\", "\\\"", "a\u0001b\n\t\r\b\f", "é𝄞", "]},{", "null", "\\u0041"})
    void everyTextIsReadAsItWasWritten(String text) {
        var rows = List.of(
                new RowState("card", text, "d".repeat(64), null),
                new RowState(text, "key", null, 12L),
                new RowState("card", "key", "e".repeat(64), 9L));
        var entry = new Entry(EventKind.LOOKED, null, text, Map.of(text, List.of(text, Map.of("}", "{"))), rows);
        String body = EntryBody.write(42, new Writer(text), entry, List.of(List.of(text, "f".repeat(64))));

        var scanned = BodyScanner.scan(body.getBytes(StandardCharsets.UTF_8));

        assertThat(scanned.seq()).isEqualTo(42);
        assertThat(scanned.at()).isEqualTo(-5);
        assertThat(scanned.by()).isEqualTo(text);
        assertThat(scanned.caseId()).isNull();
        assertThat(scanned.itemId()).isEqualTo(text);
        assertThat(scanned.kind()).isEqualTo("LOOKED");
        assertThat(scanned.rows())
                .extracting(Told::table, Told::key, Told::was)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("personal_text", text, 0L),
                        org.assertj.core.groups.Tuple.tuple("card", text, 0L),
                        org.assertj.core.groups.Tuple.tuple(text, "key", 12L),
                        org.assertj.core.groups.Tuple.tuple("card", "key", 9L));
        assertThat(scanned.rows().get(2).digest()).isNull();
    }

    @Test
    void aBodyCutShortOrGoingOnIsRefused() {
        var entry = new Entry(EventKind.LOOKED, 1L, "i", Map.of(), List.of());
        byte[] body = EntryBody.write(1, new Writer("a"), entry, List.of()).getBytes(StandardCharsets.UTF_8);

        for (int length = 0; length < body.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(body, length);
            assertThatThrownBy(() -> BodyScanner.scan(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        byte[] longer = java.util.Arrays.copyOf(body, body.length + 1);
        assertThatThrownBy(() -> BodyScanner.scan(longer)).isInstanceOf(IllegalArgumentException.class);
    }

    private record Writer(String by) implements Act {
        @Override
        public Handle handle() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void writeOne(String sql, Object... values) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(String sql, Object... values) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant at() {
            return Instant.ofEpochMilli(-5);
        }

        @Override
        public long next() {
            return 42;
        }

        @Override
        public long append(Entry entry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String keep(String personalText) {
            throw new UnsupportedOperationException();
        }
    }
}
