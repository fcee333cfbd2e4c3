package org.moderationdesk.cli;

import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Where a command answers: results to standard output, progress and messages to standard error. */
final class Says {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final JsonMapper mapper = JsonMapper.builder().build();

    Says(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    boolean json() {
        return json;
    }

    /** One result: an object on a line with --json, else the words. */
    void result(Map<String, ? extends @Nullable Object> object, String words) {
        line(json ? mapper.writeValueAsString(object) : words);
    }

    /** One result that is JSON already. */
    void result(String objectAsJson, String words) {
        line(json ? objectAsJson : words);
    }

    /** One object, on a line with --json, else over several lines. */
    void whole(Object object) {
        line(
                json
                        ? mapper.writeValueAsString(object)
                        : mapper.writerWithDefaultPrettyPrinter().writeValueAsString(object));
    }

    void message(String words) {
        err.println(Printable.words(words));
        err.flush();
    }

    private void line(String words) {
        out.print(json ? words : Printable.words(words));
        out.print('\n');
        out.flush();
    }
}
