package org.moderationdesk.referrals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.referrals.TestReports.Said;
import org.moderationdesk.referrals.ncmec.OutlineSchema;

/** A server on 127.0.0.1 that behaves as NCMEC's is described: what it says, in which order, and how it can fail. */
public final class TestServer implements AutoCloseable {
    public static final Login LOGIN = new Login("desk", "a password of a test");
    private static final String BASE = "/ispws";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TestReports reports;
    private final @Nullable OwnKey key;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();
    private volatile String schema = OutlineSchema.text();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    /** What goes wrong with one request to one path. */
    record Trouble(What what, Kind kind, int number) {}

    public enum Kind {
        /** Answers with this code, and does nothing. */
        CODE,
        /** Answers with this HTTP status and no document. */
        STATUS,
        /** Does nothing and hangs up. */
        CUT_BEFORE,
        /** Does it, and hangs up without an answer. */
        CUT_AFTER,
        /** Does it, and never answers. */
        SILENT,
        /** Does it, and stops in the midst of the answer. */
        HALF,
        /** Does it, and answers with what is no document of NCMEC's. */
        GARBAGE,
        /** Keeps the file, and answers with another hash. */
        OTHER_HASH
    }

    private TestServer(InstantSource clock, @Nullable OwnKey key) {
        this.reports = new TestReports(clock);
        this.key = key;
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            if (key == null) {
                server = HttpServer.create(address, 0);
            } else {
                HttpsServer secure = HttpsServer.create(address, 0);
                secure.setHttpsConfigurator(new HttpsConfigurator(key.server()));
                server = secure;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(BASE, this::handle);
        server.start();
    }

    public static TestServer start(InstantSource clock) {
        return new TestServer(clock, null);
    }

    public static TestServer overTls(InstantSource clock) {
        return new TestServer(clock, OwnKey.make());
    }

    TestReports reports() {
        return reports;
    }

    /** Paths in the order in which they were asked. */
    public List<String> seen() {
        return List.copyOf(seen);
    }

    /** What it gives for its schema from now on. */
    public void schema(String xsd) {
        schema = xsd;
    }

    public void trouble(What what, Kind kind, int number) {
        troubles.add(new Trouble(what, kind, number));
    }

    URI base() {
        String scheme = key == null ? "http" : "https";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + BASE);
    }

    /** The way to this server, and to no other. */
    Reach reach() {
        return (_, login) -> way(login, Duration.ofSeconds(20));
    }

    /** Sends as that does, but to this server. */
    public Sending instead(Sending real) {
        return real.reaching(reach());
    }

    Cybertipline way(Login login, Duration toAnswer) {
        HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        if (key != null) {
            client.sslContext(key.client());
        }
        return new HttpCybertipline(base(), client.build(), login, toAnswer);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(BASE.length());
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Request-ID", "r-" + seen.size());
        seen.add(path);
        String login = Base64.getEncoder()
                .encodeToString((LOGIN.user() + ":" + LOGIN.password()).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + login).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        Trouble trouble = take(path);
        if (trouble == null) {
            say(exchange, done(exchange, path, body));
            return;
        }
        switch (trouble.kind()) {
            case CODE -> say(exchange, Said.of(trouble.number(), ""));
            case STATUS -> say(exchange, new Said(trouble.number(), ""));
            case CUT_BEFORE -> hangUp(exchange);
            case CUT_AFTER -> {
                var _ = done(exchange, path, body);
                hangUp(exchange);
            }
            case SILENT -> {
                var _ = done(exchange, path, body);
                wait(closing);
            }
            case HALF -> half(exchange, done(exchange, path, body));
            case GARBAGE ->
                say(
                        exchange,
                        new Said(200, "<html>" + done(exchange, path, body).status() + "</html>"));
            case OTHER_HASH -> {
                Said said = done(exchange, path, body);
                say(exchange, new Said(200, said.xml().replaceAll("<hash>.", "<hash>x")));
            }
        }
    }

    private @Nullable Trouble take(String path) {
        Trouble next = troubles.peek();
        return next != null && next.what().path().equals(path) ? troubles.poll() : null;
    }

    private Said done(HttpExchange exchange, String path, byte[] body) {
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        boolean reading = path.equals("/status") || path.equals("/xsd");
        if (!exchange.getRequestMethod().equals(reading ? "GET" : "POST")) {
            return new Said(405, "");
        }
        String boundary = type.contains("boundary=") ? type.split("boundary=", 2)[1] : "none";
        Optional<Long> id = TestReports.part(body, boundary, "id")
                .map(bytes -> Long.valueOf(new String(bytes, StandardCharsets.US_ASCII)));
        return switch (path) {
            case "/status" -> Said.of(0, "");
            case "/xsd" -> new Said(200, schema);
            case "/submit" -> reports.open(type, body);
            case "/upload" -> reports.upload(id, TestReports.part(body, boundary, "file"));
            case "/fileinfo" -> reports.describe(body);
            case "/finish" -> reports.finish(id);
            case "/retract" -> reports.retract(id);
            default -> new Said(404, "");
        };
    }

    private static void say(HttpExchange exchange, Said said) throws IOException {
        byte[] bytes = said.xml().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void half(HttpExchange exchange, Said said) throws IOException {
        byte[] bytes = said.xml().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(said.status(), bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
        hangUp(exchange);
    }

    /** Makes the server drop the connection: an answer that was promised never comes. */
    private static void hangUp(HttpExchange exchange) throws IOException {
        throw new IOException("the test server hangs up on " + exchange.getRequestURI());
    }

    private static void wait(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
