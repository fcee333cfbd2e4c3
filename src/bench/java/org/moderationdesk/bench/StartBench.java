package org.moderationdesk.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * From the start of the process to a queue that can be used, against a bare JavaFX window, in turn; and the heap that is
 * in use then. The desk runs in the heap that its budget names, out of the folder that its launcher starts, with the
 * class cache that lies there; the bare window has what the JDK gives to everybody.
 */
final class StartBench implements Benchmark {
    private static final int ROUNDS = Integer.getInteger("bench.start.rounds", 5);
    private static final double BUDGET = 2.5;
    private static final String HEAP = "-Xmx256m";
    private static final double MEGABYTE = 1 << 20;
    private static final Path LIBRARIES = Path.of("target", "desk", "lib");
    private static final Path CACHE = LIBRARIES.resolve("desk.aot");

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Map<String, Object> measure() throws Exception {
        Path home = Files.createTempDirectory("desk-bench");
        List<String> desk = new ArrayList<>(launched());
        desk.addAll(List.of("org.moderationdesk.bench.WatchedDesk", "--home", home.toString(), "--sample-desk"));
        List<String> bare = List.of("-cp", benchmarks(), "org.moderationdesk.bench.BareWindow");
        try {
            // Makes the sample desk, which every start after it finds.
            start(desk);
            start(bare);
            var deskMs = new long[ROUNDS];
            var bareMs = new long[ROUNDS];
            long heap = 0;
            for (int i = 0; i < ROUNDS; i++) {
                bareMs[i] = start(bare).millis();
                Started started = start(desk);
                deskMs[i] = started.millis();
                heap = Math.max(heap, started.heap());
            }
            return figures(deskMs, bareMs, heap);
        } finally {
            delete(home);
        }
    }

    /** The class path that the launcher gives, and behind it the one class that watches. */
    private static List<String> launched() throws URISyntaxException {
        List<String> words = new ArrayList<>();
        if (Files.exists(CACHE)) {
            words.add("-XX:AOTCache=" + CACHE);
        }
        words.addAll(List.of("-cp", LIBRARIES + "/*" + File.pathSeparator + benchmarks()));
        return words;
    }

    private static String benchmarks() throws URISyntaxException {
        return Path.of(StartBench.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }

    private static Map<String, Object> figures(long[] deskMs, long[] bareMs, long heap) {
        Arrays.sort(deskMs);
        Arrays.sort(bareMs);
        double ratio = (double) deskMs[ROUNDS / 2] / bareMs[ROUNDS / 2];
        Map<String, Object> figures = new TreeMap<>();
        figures.put("rounds", ROUNDS);
        figures.put("deskMedianMs", deskMs[ROUNDS / 2]);
        figures.put("bareMedianMs", bareMs[ROUNDS / 2]);
        figures.put("ratioToBareWindow", rounded(ratio));
        figures.put("budgetRatio", BUDGET);
        figures.put("within", ratio <= BUDGET);
        figures.put("heapInUseMb", rounded(heap / MEGABYTE));
        figures.put("heapGiven", HEAP);
        figures.put("classCache", Files.exists(CACHE));
        return figures;
    }

    private record Started(long millis, long heap) {}

    private static Started start(List<String> what) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-Xmx"))
                .forEach(command::add);
        command.add(HEAP);
        command.addAll(what);
        long from = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            String line = said.readLine();
            while (line != null && !line.equals(Watch.SEEN)) {
                line = said.readLine();
            }
            long millis = (System.nanoTime() - from) / 1_000_000;
            String heap = said.readLine();
            process.waitFor();
            if (heap == null) {
                throw new IOException("it ended before it was seen");
            }
            return new Started(millis, Long.parseLong(heap));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
