import com.palantir.javaformat.java.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs palantir-java-format over every Java source below the folders given: {@code check} or {@code write}. */
final class Format {
    private Format() {}

    public static void main(String[] args) throws IOException {
        boolean write = args[0].equals("write");
        List<String> command =
                new ArrayList<>(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        command.add("--palantir");
        for (int i = 1; i < args.length; i++) {
            command.addAll(sourcesBelow(Path.of(args[i])));
        }
        var changed = new StringWriter();
        int status = format(command, changed);
        if (status != 0) {
            System.err.print(changed);
            System.err.println("The files above are not formatted; .ci/format does it.");
        }
        // The formatter leaves threads behind: end with its status at once.
        System.exit(status);
    }

    private static int format(List<String> command, StringWriter out) {
        try {
            return new Main(
                            new PrintWriter(out, true),
                            new PrintWriter(System.err, true),
                            InputStream.nullInputStream())
                    .format(command.toArray(String[]::new));
        } catch (Exception e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private static List<String> sourcesBelow(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
