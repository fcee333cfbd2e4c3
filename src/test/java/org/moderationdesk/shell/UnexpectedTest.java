package org.moderationdesk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class UnexpectedTest {
    @Test
    void whatIsLoggedSaysWhereButNotAWordOfWhatWasUnderReview() {
        var failure = new IllegalStateException("content under review", new IllegalArgumentException("a name"));
        var written = new StringWriter();

        Unexpected.wordless(failure).printStackTrace(new PrintWriter(written));

        assertThat(written.toString())
                .contains("java.lang.IllegalStateException", "IllegalArgumentException", "UnexpectedTest")
                .doesNotContain("content under review", "a name");
    }
}
