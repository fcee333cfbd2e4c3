package org.moderationdesk.referrals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.referrals.ncmec.Xml;

/**
 * The way over HTTPS. Follows no redirect, keeps nothing, logs nothing, and waits for an answer within bounds, also for the
 * end of one. Safe for any thread but the JavaFX one.
 */
final class HttpCybertipline implements Cybertipline {
    private static final Duration TO_CONNECT = Duration.ofSeconds(20);
    private static final Duration TO_ANSWER = Duration.ofMinutes(2);
    /** Of an upload, beside the time to answer: no line is expected to be slower. */
    private static final long SLOWEST_BYTES_A_SECOND = 64_000;

    private final URI base;
    private final HttpClient client;
    private final Login login;
    private final Duration toAnswer;

    HttpCybertipline(URI base, HttpClient client, Login login, Duration toAnswer) {
        this.base = base;
        this.client = client;
        this.login = login;
        this.toAnswer = toAnswer;
    }

    /** How long a request may take to be sent. */
    static Duration longest(Call call) {
        return Duration.ofSeconds(call.bytes() / SLOWEST_BYTES_A_SECOND);
    }

    /** The way to NCMEC's own hosts, proved by the authorities that Java knows. */
    static Reach reach() {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(TO_CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        return (environment, login) ->
                new HttpCybertipline(environment.address().orElseThrow(), client, login, TO_ANSWER);
    }

    @Override
    public Answer send(Call call) throws NoAnswer {
        HttpRequest request = request(call);
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), Xml.LONGEST));
        try {
            Duration wait = toAnswer.plus(longest(call));
            HttpResponse<byte[]> came = coming.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(
                    came.statusCode(),
                    came.body(),
                    came.headers().firstValue("Request-ID").orElse(""));
        } catch (TimeoutException late) {
            throw new NoAnswer(true);
        } catch (ExecutionException failed) {
            throw new NoAnswer(!isBeforeSending(failed.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(true);
        } finally {
            coming.cancel(true);
        }
    }

    private HttpRequest request(Call call) {
        var request =
                HttpRequest.newBuilder(URI.create(base + call.what().path())).header("Authorization", login.header());
        if (call.what().isReading()) {
            return request.GET().build();
        }
        return request.header("Content-Type", call.type()).POST(body(call)).build();
    }

    private static BodyPublisher body(Call call) {
        FileBody file = call.file();
        if (file == null) {
            return BodyPublishers.ofByteArray(call.head());
        }
        BodyPublisher parts = BodyPublishers.ofInputStream(() -> whole(call, file));
        return BodyPublishers.fromPublisher(parts, call.bytes());
    }

    private static InputStream whole(Call call, FileBody file) {
        try {
            return new SequenceInputStream(Collections.enumeration(List.of(
                    new ByteArrayInputStream(call.head()), file.open(), new ByteArrayInputStream(call.tail()))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isBeforeSending(@Nullable Throwable why) {
        for (Throwable one = why; one != null; one = one.getCause()) {
            if (one instanceof ConnectException
                    || one instanceof HttpConnectTimeoutException
                    || one instanceof UnknownHostException
                    || one instanceof UnresolvedAddressException
                    || one instanceof SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }
}
