package org.moderationdesk.bench;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moderationdesk.base.CanonicalJson;

/** Runs every benchmark, or those named, one after the other. */
public final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(
            new HashingRate(),
            new VerifyRate(),
            new ImportBench(),
            new SubmitNextBench(),
            new TeamBench(),
            new InsightsBench(),
            new SamplingBench(),
            new SearchBench(),
            new DecisionLogBench(),
            new StartBench(),
            new DecodeBench());

    private Benchmarks() {}

    public static void main(String[] names) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var wanted = List.of(names);
        for (Benchmark benchmark : ALL) {
            if (wanted.isEmpty() || wanted.contains(benchmark.name())) {
                out.println(CanonicalJson.write(line(benchmark)));
            }
        }
        // Some benchmarks leave JavaFX or pool threads behind.
        System.exit(0);
    }

    private static Map<String, Object> line(Benchmark benchmark) {
        Map<String, Object> line = new TreeMap<>();
        line.put("benchmark", benchmark.name());
        try {
            line.putAll(benchmark.measure());
        } catch (Exception failure) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            line.put("failed", trace.toString());
        }
        return line;
    }
}
